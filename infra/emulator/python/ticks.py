"""Has the deployed schedules run a tick."""

import json
import sys

import boto3

# Once in some ten runs a process of the emulator did not start: a module seemed to lack what another one imports from it,
# though its file has it. On AWS, too, a function that did not start is started again.
ATTEMPTS = 3


def run_tick(tick):
    functions = boto3.client("lambda")
    found = functions.get_paginator("list_functions").paginate()
    names = [each["FunctionName"] for page in found for each in page["Functions"] if each.get("Description") == "Redress schedules"]
    for attempt in range(1, ATTEMPTS + 1):
        answer = functions.invoke(FunctionName=names[0], Payload=json.dumps({"tick": tick}))
        counts = json.load(answer["Payload"])
        if "Worker init failed" not in str(counts.get("errorMessage")) or attempt == ATTEMPTS:
            return counts
        print(f"Attempt {attempt}: {counts['errorMessage']}", file=sys.stderr)
