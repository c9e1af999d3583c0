"""Prints the faults in the logs of the deployed functions, each kind once with its number."""

import collections
import json
import re

import boto3

logs = boto3.client("logs")
kinds = collections.Counter()


def fault_in(message):
    """The kind of fault in a line of a log: its error and route, or the first line of an exception."""
    try:
        line = json.loads(message)
    except ValueError:
        text = message.strip().splitlines()
        return text[0] if text and "Error" in text[0] and not text[0].startswith(" ") else None
    if not isinstance(line, dict) or not (line.get("error") or line.get("errorMessage")):
        return None
    parts = [line.get(name) for name in ("status", "method", "route", "resource", "error", "errorMessage")]
    place = re.search(r"[\w.]+:\d+:\d+", str(line.get("at_line", "")))
    return " ".join(str(part) for part in [*parts, place and place[0]] if part)


for group in logs.describe_log_groups(logGroupNamePrefix="/redress/")["logGroups"]:
    name = group["logGroupName"]
    for page in logs.get_paginator("filter_log_events").paginate(logGroupName=name):
        for event in page["events"]:
            kind = fault_in(event["message"])
            if kind:
                kinds[f"{name}: {kind}"[:400]] += 1

for kind, times in kinds.most_common(12):
    print(f"{times} × {kind}")
