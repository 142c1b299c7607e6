"""Runs the commands of operation against moto: a first user, and the teardown of a trial; started by check-operations."""

import json
import os
import subprocess
import sys
from pathlib import Path

import boto3
import stand_in

ROOT = Path(__file__).resolve().parent.parent
STACK = "minhbach-trial"

# As much of template.yaml as the commands touch, under the same names; moto knows no SAM, and no user pool in a template.
TEMPLATE = {
    "Resources": {
        "Table": {
            "Type": "AWS::DynamoDB::Table",
            "DeletionPolicy": "Retain",
            "Properties": {
                "BillingMode": "PAY_PER_REQUEST",
                "AttributeDefinitions": [{"AttributeName": "PK", "AttributeType": "S"}],
                "KeySchema": [{"AttributeName": "PK", "KeyType": "HASH"}],
                "DeletionProtectionEnabled": True,
            },
        },
        "EvidenceBucket": {
            "Type": "AWS::S3::Bucket",
            "DeletionPolicy": "Retain",
            "Properties": {"VersioningConfiguration": {"Status": "Enabled"}},
        },
    },
    "Outputs": {
        "TableName": {"Value": {"Ref": "Table"}},
        "EvidenceBucketName": {"Value": {"Ref": "EvidenceBucket"}},
    },
}


def told(command, expected):
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=os.environ)
    if done.returncode != expected:
        sys.exit(f"{command} ended with {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def check():
    cloud = boto3.client("cloudformation")
    cognito = boto3.client("cognito-idp")
    pool = cognito.create_user_pool(
        PoolName=STACK, DeletionProtection="ACTIVE", Schema=[{"Name": "unit", "AttributeDataType": "String", "Mutable": True}]
    )["UserPool"]["Id"]
    cognito.create_group(UserPoolId=pool, GroupName="office")
    outputs = {**TEMPLATE["Outputs"], "UserPoolId": {"Value": pool}}
    cloud.create_stack(StackName=STACK, TemplateBody=json.dumps({**TEMPLATE, "Outputs": outputs}))
    outputs = {
        one["OutputKey"]: one["OutputValue"]
        for one in cloud.describe_stacks(StackName=STACK)["Stacks"][0]["Outputs"]
    }
    bucket = outputs["EvidenceBucketName"]

    told(["infra/first-user", STACK, "a@example.vn", "Nguyễn Văn A"], 2)
    told(["infra/first-user", STACK, "a@example.vn", "Nguyễn Văn A", "STTTT", "unit"], 2)
    print("  " + told(["infra/first-user", STACK, "a@example.vn", "Nguyễn Văn A", "STTTT"], 0).strip())
    user = cognito.admin_get_user(UserPoolId=pool, Username="a@example.vn")
    unit = [one["Value"] for one in user["UserAttributes"] if one["Name"] == "custom:unit"]
    groups = [one["GroupName"] for one in cognito.admin_list_groups_for_user(UserPoolId=pool, Username="a@example.vn")["Groups"]]
    if (unit, groups) != (["STTTT"], ["office"]):
        sys.exit(f"the first user is {unit} {groups}")

    s3 = boto3.client("s3")
    for content in (b"one", b"two"):
        s3.put_object(Bucket=bucket, Key="kept", Body=content)
    told(["infra/teardown-trial", "minhbach", "--yes"], 2)
    told(["infra/teardown-trial", STACK], 2)
    print("  " + told(["infra/teardown-trial", STACK, "--yes"], 0).strip())
    left = (
        [one["Name"] for one in s3.list_buckets()["Buckets"] if one["Name"] == bucket]
        + [one for one in boto3.client("dynamodb").list_tables()["TableNames"] if one == outputs["TableName"]]
        + [one["Id"] for one in cognito.list_user_pools(MaxResults=10)["UserPools"] if one["Id"] == pool]
    )
    if left:
        sys.exit(f"the teardown left {left}")


def main():
    with stand_in.aws():
        check()


if __name__ == "__main__":
    main()
