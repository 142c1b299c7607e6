"""AWS on this machine: a stand-in (moto) that every AWS client of this process asks from here on, and as nobody."""

import contextlib
import logging
import os

from moto.server import ThreadedMotoServer


@contextlib.contextmanager
def aws():
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    os.environ.update(
        AWS_ENDPOINT_URL=f"http://{host}:{port}",
        AWS_ACCESS_KEY_ID="nobody",
        AWS_SECRET_ACCESS_KEY="nothing",
        AWS_DEFAULT_REGION="ap-southeast-1",
    )
    for personal in ("AWS_PROFILE", "AWS_SESSION_TOKEN"):
        os.environ.pop(personal, None)
    try:
        yield
    finally:
        server.stop()
