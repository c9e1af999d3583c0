"""Prints the value of the header by which the functions know CloudFront, as the distribution was deployed with it."""

import sys

import boto3

header = "x-redress-origin"
site = boto3.client("cloudfront")
values = [
    each["HeaderValue"]
    for distribution in site.list_distributions()["DistributionList"].get("Items", [])
    for origin in site.get_distribution_config(Id=distribution["Id"])["DistributionConfig"]["Origins"]["Items"]
    for each in origin.get("CustomHeaders", {}).get("Items", [])
    if each["HeaderName"].lower() == header
]
if len(values) != 1 or "resolve:" in values[0] or len(values[0]) < 32:
    sys.exit(f"Of the distributions {len(values)} send {header}, or what they send is no secret.")
print(values[0])
