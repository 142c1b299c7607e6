"""Follows a presigned upload with aws cli and boto3 against a running local system; started by check-clients."""

import base64
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from pathlib import Path

import boto3
import botocore.httpsession
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.exceptions import ClientError

API, OIDC = sys.argv[1], sys.argv[2]
UNIT = "SCT"
# Of the local system, which shows them to everybody.
CREDENTIALS = {"AWS_ACCESS_KEY_ID": "minhbach", "AWS_SECRET_ACCESS_KEY": "minhbachlocal", "AWS_DEFAULT_REGION": "ap-southeast-1"}
os.environ.update(CREDENTIALS)


def call(method, path, body=None):
    request = urllib.request.Request(API + path, method=method, data=None if body is None else json.dumps(body).encode())
    request.add_header("Authorization", "Bearer " + TOKEN)
    request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def token():
    form = urllib.parse.urlencode({"grant_type": "password", "username": "unit-" + UNIT, "password": "x"}).encode()
    with urllib.request.urlopen(OIDC + "/minhbach/token", form) as answer:
        return json.load(answer)["id_token"]


def expect(what, found, wanted):
    if found != wanted:
        sys.exit(f"{what}: {found}, expected {wanted}")
    print(f"{what}: {found}")


def put(upload, body):
    """By the HTTP session that boto3 itself sends with."""
    request = AWSRequest(method=upload["method"], url=upload["url"], headers=upload["headers"], data=body)
    return botocore.httpsession.URLLib3Session().send(request.prepare()).status_code


def aws(*arguments, endpoint):
    done = subprocess.run(["aws", "--endpoint-url", endpoint, *arguments], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def check():
    unit = f"/campaigns/131-2020/units/{UNIT}"
    criterion = call("GET", unit + "/form")["groups"][0]["criteria"][0]["id"]
    body = b"%PDF-1.7\n" + os.urandom(20_000)
    sha256 = hashlib.sha256(body).hexdigest()
    declared = {"criterion": criterion, "fileName": "a.pdf", "contentType": "application/pdf", "sizeBytes": len(body), "sha256": sha256}
    grant = call("POST", unit + "/evidence", declared)
    upload = grant["upload"]
    parts = urllib.parse.urlsplit(upload["url"])
    endpoint = f"{parts.scheme}://{parts.netloc}"
    bucket, key = parts.path.lstrip("/").split("/", 1)

    other = bytes([body[0] ^ 1]) + body[1:]
    if put(upload, other) < 400:
        sys.exit("another body of the same length was taken")
    print("presigned, another body of the same length: refused")
    expect("presigned, boto3's own HTTP session", put(upload, body), 200)
    expect("presigned, once more", put(upload, body), 412)

    s3 = boto3.client("s3", endpoint_url=endpoint, config=Config(signature_version="s3v4", s3={"addressing_style": "path"}))
    vault = next(name for name in (one["Name"] for one in s3.list_buckets()["Buckets"]) if "evidence" in name)
    state = ""
    for _ in range(60):
        state = next(one["state"] for one in call("GET", unit + "/evidence")["items"] if one["evidenceId"] == grant["evidenceId"])
        if state not in ("AWAITED", "CHECKING"):
            break
        time.sleep(1)
    expect("the file's state", state, "ACCEPTED")
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "kept"
        code, _, fault = aws("s3api", "get-object", "--bucket", vault, "--key", f"131-2020/{UNIT}/{sha256}", str(kept), endpoint=endpoint)
        expect("aws s3api get-object from the vault", (code, fault), (0, ""))
        expect("its bytes", hashlib.sha256(kept.read_bytes()).hexdigest() == sha256, True)

        checksum = base64.b64encode(hashlib.sha256(body).digest()).decode()
        kept.write_bytes(body)
        mine = f"uploads/check-clients-{sha256[:16]}"
        once = ["s3api", "put-object", "--bucket", bucket, "--key", mine, "--body", str(kept), "--checksum-sha256", checksum, "--if-none-match", "*"]
        code, _, fault = aws(*once, endpoint=endpoint)
        expect("aws s3api put-object --if-none-match", (code, fault), (0, ""))
        code, _, fault = aws(*once, endpoint=endpoint)
        expect("the same once more", "PreconditionFailed" in fault, True)

    # Signed by boto3 with the very parameters that the grant signs.
    url = s3.generate_presigned_url(
        "put_object",
        Params={"Bucket": bucket, "Key": mine + "-b", "ContentLength": len(body), "ContentType": "application/pdf", "ChecksumSHA256": checksum, "IfNoneMatch": "*"},
        ExpiresIn=60,
    )
    headers = {"content-type": "application/pdf", "x-amz-checksum-sha256": checksum, "if-none-match": "*"}
    signed = {"method": "PUT", "url": url, "headers": headers}
    expect("presigned by boto3", put(signed, body), 200)
    expect("presigned by boto3, once more", put(signed, body), 412)
    try:
        s3.put_object(Bucket=bucket, Key=mine + "-c", Body=other, ChecksumSHA256=checksum)
        sys.exit("a body of another checksum was taken")
    except ClientError as refused:
        expect("boto3, another checksum", refused.response["ResponseMetadata"]["HTTPStatusCode"], 400)


TOKEN = token()
check()
print("Both clients follow the upload.")
