"""Packages the deployment against moto's S3 and reads what came of it; started by check-deployment."""

import functools
import hashlib
import logging
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import boto3
from moto.server import ThreadedMotoServer
from samcli.yamlhelper import yaml_parse

ROOT = Path(__file__).resolve().parent.parent
BUCKET = "artifacts"
ZIPS = {"minhbach-app.zip": "functions/app/target", "minhbach-papers.zip": "functions/papers/target"}


def run(*command):
    """One command as people type it, but that nothing leaves this machine."""
    print(*command, flush=True)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)


@functools.cache
def stored(s3, url):
    """The bytes that a packaged template names, in either way in which SAM CLI writes it."""
    key = url.split(f"/{BUCKET}/", 1)[1]
    return s3.get_object(Bucket=BUCKET, Key=key)["Body"].read()


def check(s3, template, zips, seen):
    """Every file that a template names lies in the bucket, the zips byte for byte; counts them by kind."""
    for name, resource in template["Resources"].items():
        properties = resource.get("Properties", {})
        if resource["Type"] == "AWS::Serverless::Function":
            seen["functions"] += 1
            if hashlib.sha256(stored(s3, properties["CodeUri"])).hexdigest() not in zips:
                sys.exit(f"{name} would run other code than `mvn package` made: {properties['CodeUri']}")
        elif resource["Type"] == "AWS::CloudFormation::Stack":
            seen["stacks"] += 1
            check(s3, yaml_parse(stored(s3, properties["TemplateURL"]).decode()), zips, seen)


def package(s3, template, zips, out):
    run("sam", "package", "--template-file", template, "--s3-bucket", BUCKET, "--output-template-file", str(out), "--no-progressbar")
    seen = {"functions": 0, "stacks": 0}
    check(s3, yaml_parse(out.read_text()), zips, seen)
    if min(seen.values()) == 0:
        sys.exit(f"nothing was looked at: {seen}")
    print(f"  {seen['functions']} functions and {seen['stacks']} nested stacks, all in the bucket")


def main():
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    os.environ.update(
        SAM_CLI_TELEMETRY="0",
        AWS_ENDPOINT_URL=f"http://{host}:{port}",
        AWS_ACCESS_KEY_ID="nobody",
        AWS_SECRET_ACCESS_KEY="nothing",
        AWS_DEFAULT_REGION="ap-southeast-1",
    )
    for personal in ("AWS_PROFILE", "AWS_SESSION_TOKEN"):
        os.environ.pop(personal, None)
    zips = {
        hashlib.sha256((ROOT / folder / name).read_bytes()).hexdigest() for name, folder in ZIPS.items()
    }
    s3 = boto3.client("s3")
    s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "ap-southeast-1"})
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        run("sam", "validate", "--lint", "--template-file", "template.yaml")
        run("cfn-lint", "infra/alarms.yaml", "infra/function-alarms.yaml")
        package(s3, "template.yaml", zips, out / "packaged.yaml")
        # Not needed, since the zips are built already; but whoever is used to it may.
        run("sam", "build", "--template-file", "template.yaml", "--build-dir", str(out / "build"))
        package(s3, str(out / "build" / "template.yaml"), zips, out / "packaged-build.yaml")
    server.stop()
    print("The deployment can be packaged.")


if __name__ == "__main__":
    main()
