"""A real S3 server on loopback, shared by the tests of storage."""

import boto3
import pytest
from moto.server import ThreadedMotoServer


@pytest.fixture(scope="session")
def s3_server():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def s3(s3_server):
    client = boto3.client(
        "s3",
        endpoint_url=s3_server,
        region_name="eu-west-1",
        aws_access_key_id="AKIATEST",
        aws_secret_access_key="secret",
    )
    client.create_bucket(Bucket="havendam", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    yield client
    for found in client.list_objects_v2(Bucket="havendam").get("Contents", []):
        client.delete_object(Bucket="havendam", Key=found["Key"])
    client.delete_bucket(Bucket="havendam")
