"""
Locks the bucket of the anchors as its template says, which the emulator does not do by itself, has the deployed schedule
write an anchor, and ends with an error unless the emulator then refuses to remove it.
"""

import json
import sys

import boto3
from botocore.exceptions import ClientError

bucket, days = sys.argv[1], int(sys.argv[2])
store = boto3.client("s3")
functions = boto3.client("lambda")

rule = {"DefaultRetention": {"Mode": "COMPLIANCE", "Days": days}}
store.put_object_lock_configuration(
    Bucket=bucket, ObjectLockConfiguration={"ObjectLockEnabled": "Enabled", "Rule": rule}
)
found = functions.get_paginator("list_functions").paginate()
names = [each["FunctionName"] for page in found for each in page["Functions"] if each.get("Description") == "Redress schedules"]
answer = functions.invoke(FunctionName=names[0], Payload=json.dumps({"tick": "audit-anchor"}))
counts = json.load(answer["Payload"])
versions = store.list_object_versions(Bucket=bucket).get("Versions", [])
if not counts.get("anchored") or len(versions) != 1:
    sys.exit(f"The tick answered {counts}, and {len(versions)} anchors lie in {bucket}.")
try:
    store.delete_object(Bucket=bucket, Key=versions[0]["Key"], VersionId=versions[0]["VersionId"])
    sys.exit(f"The anchor {versions[0]['Key']} could be removed.")
except ClientError as error:
    if error.response["Error"]["Code"] != "AccessDenied":
        raise
print(f"{counts['anchored']} heads in {versions[0]['Size']} bytes, which nobody can remove for {days} days")
