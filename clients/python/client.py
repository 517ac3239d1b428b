"""Plays the calls that come in on standard input, one JSON object a line, with boto3, and answers each with one line:
{"result"}, {"pages"}, {"url"}, {"error"} when the service refused, {"failure"} when it was not the service that failed.
"""

import base64
import functools
import json
import sys
import traceback

import boto3
from botocore import xform_name as method
from botocore.exceptions import ClientError


@functools.cache
def made(service, endpoint, key_id, secret, token):
    return boto3.client(
        service,
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id=key_id,
        aws_secret_access_key=secret,
        aws_session_token=token,
    )


def client(call):
    key = call["credentials"]
    return made(call["service"], call["endpoint"], key["id"], key["secret"], key.get("token"))


def shown(result):
    return {name: value for name, value in result.items() if name != "ResponseMetadata"}


def send(call):
    return {"result": shown(getattr(client(call), method(call["operation"]))(**call["input"]))}


def pages(call):
    paginator = client(call).get_paginator(method(call["operation"]))
    paging = {"PageSize": call["pageSize"]}
    return {"pages": [shown(page) for page in paginator.paginate(**call["input"], PaginationConfig=paging)]}


def presign(call):
    operation = method(call["operation"])
    return {"url": client(call).generate_presigned_url(operation, ExpiresIn=60, HttpMethod="GET")}


def text(value):
    """What JSON has no form for: bytes in base 64, as AWS's own JSON has them, and times."""
    return base64.b64encode(value).decode() if isinstance(value, bytes) else str(value)


def answer(call):
    try:
        return {"call": send, "pages": pages, "presign": presign}[call["kind"]](call)
    except ClientError as refused:
        error = refused.response["Error"]
        return {
            "error": {
                "code": error["Code"],
                "message": error.get("Message", ""),
                "status": refused.response["ResponseMetadata"]["HTTPStatusCode"],
                "exception": type(refused).__name__,
            }
        }
    except Exception:
        return {"failure": traceback.format_exc()}


sys.stdin.reconfigure(encoding="utf-8")
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line)), default=text), flush=True)
