"""
Restores a table to a new one as it is at the latest moment possible, gives the new one what a restore leaves out, and prints
the ARN of its stream. Ends with an error when the new one has fewer items.
"""

import sys

import boto3

source, target, expiry = sys.argv[1:]
tables = boto3.client("dynamodb")


def count(table):
    pages = tables.get_paginator("scan").paginate(TableName=table, Select="COUNT", ConsistentRead=True)
    return sum(page["Count"] for page in pages)


before = count(source)
tables.restore_table_to_point_in_time(SourceTableName=source, TargetTableName=target, UseLatestRestorableTime=True)
tables.get_waiter("table_exists").wait(TableName=target, WaiterConfig={"Delay": 1})
tables.update_table(
    TableName=target,
    StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_IMAGE"},
)
tables.get_waiter("table_exists").wait(TableName=target, WaiterConfig={"Delay": 1})
tables.update_table(TableName=target, DeletionProtectionEnabled=True)
tables.update_time_to_live(
    TableName=target, TimeToLiveSpecification={"AttributeName": expiry, "Enabled": True}
)
tables.update_continuous_backups(
    TableName=target, PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True}
)
if count(target) < before:
    sys.exit(f"The restored table has {count(target)} items, the other had {before}.")
print(tables.describe_table(TableName=target)["Table"]["LatestStreamArn"])
