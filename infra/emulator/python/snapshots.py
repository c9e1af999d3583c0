"""
`publish` has the deployed schedule publish a snapshot of the projection and prints what lies in the bucket. `check` ends
with an error when a function read the records before its first list, for want of a snapshot.
"""

import json
import sys

import boto3

from ticks import run_tick


def publish():
    counts = run_tick("projection")
    store = boto3.client("s3")
    buckets = [each["Name"] for each in store.list_buckets()["Buckets"] if "snapshots" in each["Name"]]
    objects = [each for name in buckets for each in store.list_objects_v2(Bucket=name).get("Contents", [])]
    if counts.get("published") != 1 or not objects:
        sys.exit(f"The tick answered {counts}, and {len(objects)} snapshots lie in {buckets}.")
    return f"{counts['rows']} rows; {sum(each['Size'] for each in objects)} bytes in {len(objects)} objects"


def lines(logs, group):
    for page in logs.get_paginator("filter_log_events").paginate(logGroupName=group):
        for event in page["events"]:
            try:
                yield json.loads(event["message"])
            except ValueError:
                pass


def check():
    logs = boto3.client("logs")
    groups = [each["logGroupName"] for each in logs.describe_log_groups(logGroupNamePrefix="/redress/")["logGroups"]]
    built = [
        f"{group} {line.get('resource')}"
        for group in groups
        for line in lines(logs, group)
        if isinstance(line, dict) and "projectionBuilt" in line
    ]
    if built:
        sys.exit(f"These found no snapshot and read the records instead: {', '.join(built)}.")
    return f"none of {len(groups)} functions had to read the records before its first list"


print({"publish": publish, "check": check}[sys.argv[1]]())
