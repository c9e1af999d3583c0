"""
Updates a deployed stack to another layout of the table, as a later version might, and prints why the update failed. Ends
with an error when it did not, or when the table changed.
"""

import json
import sys
import time

import boto3

stack, layout = sys.argv[1:]
stacks = boto3.client("cloudformation")
tables = boto3.client("dynamodb")


def status():
    return stacks.describe_stacks(StackName=stack)["Stacks"][0]["StackStatus"]


def indexes(template):
    name = next(id for id, each in template["Resources"].items() if each["Type"] == "AWS::DynamoDB::Table")
    table = stacks.describe_stack_resource(StackName=stack, LogicalResourceId=name)["StackResourceDetail"]
    described = tables.describe_table(TableName=table["PhysicalResourceId"])["Table"]
    return sorted(index["IndexName"] for index in described["GlobalSecondaryIndexes"])


template = stacks.get_template(StackName=stack)["TemplateBody"]
template = json.loads(template) if isinstance(template, str) else template
before = indexes(template)
for resource in template["Resources"].values():
    if resource["Type"] == "Custom::TableLayout":
        resource["Properties"]["layout"] = layout
    if resource["Type"] == "AWS::DynamoDB::Table":
        resource["Properties"]["GlobalSecondaryIndexes"].pop()

since = time.time()
stacks.update_stack(StackName=stack, TemplateBody=json.dumps(template), Capabilities=["CAPABILITY_NAMED_IAM"])
while status().endswith("IN_PROGRESS") and time.time() - since < 120:
    time.sleep(0.5)
events = stacks.describe_stack_events(StackName=stack)["StackEvents"]
reasons = [
    event["ResourceStatusReason"]
    for event in events
    if event["ResourceType"] == "Custom::TableLayout" and event["ResourceStatus"] == "UPDATE_FAILED"
]
if status() != "UPDATE_ROLLBACK_COMPLETE" or not reasons or indexes(template) != before:
    sys.exit(f"The stack is {status()}, its table has the indexes {indexes(template)}, and the layout said {reasons}.")
print(reasons[0])
