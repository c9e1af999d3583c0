"""
Locks the bucket of the anchors as its template says, which the emulator does not do by itself, has the deployed schedule
write an anchor, and ends with an error unless the emulator then refuses to remove it.
"""

import sys

import boto3
from botocore.exceptions import ClientError

from ticks import run_tick

bucket, days = sys.argv[1], int(sys.argv[2])
store = boto3.client("s3")

rule = {"DefaultRetention": {"Mode": "COMPLIANCE", "Days": days}}
store.put_object_lock_configuration(
    Bucket=bucket, ObjectLockConfiguration={"ObjectLockEnabled": "Enabled", "Rule": rule}
)
counts = run_tick("audit-anchor")
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
