"""Packages the deployment against moto's S3 and reads what came of it; started by check-deployment."""

import functools
import hashlib
import json
import logging
import re
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import boto3
import stand_in
from samcli.yamlhelper import yaml_parse
from samtranslator.translator.transform import transform

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


class NoPolicies:
    """SAM looks up ARNs of AWS' policies; any will do."""

    @staticmethod
    def load():
        return {}


def expanded(template, parameters):
    """What CloudFormation gets for these parameters, after SAM's transform."""
    tree = yaml_parse(template.read_text())
    for resource in tree["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = "s3://artifacts/code"
    return transform(tree, dict(parameters), NoPolicies())


def resolved(value, parameters, conditions):
    """A value as CloudFormation makes it of parameters; references to resources stay."""
    if isinstance(value, list):
        return [resolved(one, parameters, conditions) for one in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        name, argument = next(iter(value.items()))
        if name == "Ref":
            return parameters.get(argument, value)
        if name == "Fn::Sub" and isinstance(argument, str):
            return re.sub(r"\$\{(\w+)}", lambda found: str(parameters.get(found[1], found[0])), argument)
        if name == "Fn::If":
            return resolved(argument[1 if holds(conditions[argument[0]], parameters, conditions) else 2], parameters, conditions)
    return {key: resolved(one, parameters, conditions) for key, one in value.items()}


def holds(condition, parameters, conditions):
    name, argument = next(iter(condition.items()))
    if name == "Fn::Not":
        return not holds(argument[0], parameters, conditions)
    if name == "Fn::Equals":
        left, right = (resolved(side, parameters, conditions) for side in argument)
        return left == right
    sys.exit(f"a condition by {name} is not known here")


def reads(tree, parameters):
    """Of each function its environment."""
    return {
        name: resolved(resource["Properties"].get("Environment"), parameters, tree["Conditions"])
        for name, resource in tree["Resources"].items()
        if resource["Type"] == "AWS::Lambda::Function"
    }


def versions(tree, parameters):
    """Of each function its version; CloudFormation makes another when its name or any property changes."""
    return {
        resource["Properties"]["FunctionName"]["Ref"]: (
            name,
            resolved(resource["Properties"], parameters, tree["Conditions"]),
        )
        for name, resource in tree["Resources"].items()
        if resource["Type"] == "AWS::Lambda::Version"
    }


def other(declared, value):
    allowed = [one for one in declared.get("AllowedValues", []) if one != value]
    if allowed:
        return allowed[0]
    return str(int(value) + 1) if declared["Type"] == "Number" else "x" + str(value)


def check_versions(template):
    """Whatever parameter changes what a function reads publishes a version of it: SnapStart keeps the old one otherwise."""
    declared = yaml_parse(template.read_text())["Parameters"]
    given = {name: str(one.get("Default", "https://a.example")) for name, one in declared.items()}
    tree = expanded(template, given)
    before = reads(tree, given)
    published = 0
    for name, one in declared.items():
        changed = {**given, name: other(one, given[name])}
        touched = [function for function, was in before.items() if reads(tree, changed)[function] != was]
        if touched:
            after = versions(expanded(template, changed), changed)
            for function in touched:
                if after[function] == versions(tree, given)[function]:
                    sys.exit(f"{function} would not see a changed {name}: no new version")
        published += len(touched)
    if published == 0:
        sys.exit("no parameter reaches any function: nothing was looked at")
    print(f"  {published} pairs of parameter and function, each publishes a version")


def check_policies(template):
    """A function's policy holds 20 KB."""
    sizes = {}
    for resource in expanded(template, {})["Resources"].values():
        if resource["Type"] == "AWS::Lambda::Permission":
            function = json.dumps(resource["Properties"]["FunctionName"])
            sizes[function] = sizes.get(function, 0) + 400
    if max(sizes.values()) > 20_000:
        sys.exit(f"a policy would be too long: {sizes}")
    print(f"  {len(sizes)} policies of functions, the longest some {max(sizes.values())} bytes of 20480")


def main():
    logging.getLogger("samtranslator").setLevel(logging.ERROR)
    os.environ["SAM_CLI_TELEMETRY"] = "0"
    with stand_in.aws():
        everything()
    print("The deployment can be packaged.")


def everything():
    zips = {
        hashlib.sha256((ROOT / folder / name).read_bytes()).hexdigest() for name, folder in ZIPS.items()
    }
    s3 = boto3.client("s3")
    s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "ap-southeast-1"})
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        run("sam", "validate", "--lint", "--template-file", "template.yaml")
        run("cfn-lint", "infra/alarms.yaml", "infra/function-alarms.yaml", "infra/web.yaml")
        check_versions(ROOT / "template.yaml")
        check_policies(ROOT / "template.yaml")
        package(s3, "template.yaml", zips, out / "packaged.yaml")
        # Not needed, since the zips are built already; but whoever is used to it may.
        run("sam", "build", "--template-file", "template.yaml", "--build-dir", str(out / "build"))
        package(s3, str(out / "build" / "template.yaml"), zips, out / "packaged-build.yaml")


if __name__ == "__main__":
    main()
