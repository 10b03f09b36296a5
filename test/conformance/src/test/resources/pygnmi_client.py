"""Does one thing with pygnmi and prints what came of it as JSON: pygnmi_client.py HOST:PORT DOING

The password of the user admin is in the environment variable PASSWORD. What the server refuses is printed as
{"code": ..., "message": ...}.
"""

import json
import logging
import os
import sys

import grpc
from pygnmi.client import gNMIclient, gNMIException

GOLD = "/traffic-class[traffic-class-id=gold]"
VIDEO = "/traffic-class[traffic-class-id=video]"
CONTROL = "/traffic-class[traffic-class-id=control]"
PATIENCE_SECONDS = 20

logging.disable()  # pygnmi logs to standard output


def capabilities(client):
    return client.capabilities()


def get_json_ietf(client):
    return client.get(path=[VIDEO], target="acme", encoding="json_ietf")


def get_proto(client):
    return client.get(path=[VIDEO], target="acme", encoding="proto")


def get_absent(client):
    return client.get(path=["/traffic-class[traffic-class-id=absent]"], target="acme", encoding="json_ietf")


def change(client):
    """An update, a replace and a delete; what is there after each, and what the server answered."""

    def step(**operation):
        answer = client.set(target="acme", encoding="json_ietf", **operation)
        read = client.get(path=["/traffic-class"], target="acme", encoding="json_ietf")
        return {"answer": answer, "after": read}

    return {
        "update": step(update=[(GOLD, {"qci": 4, "arp": 2, "pdb": 150})]),
        "replace": step(replace=[(GOLD, {"qci": 5})]),
        "delete": step(delete=[GOLD]),
    }


def refused(client):
    """Two rules are broken in one request."""
    return client.set(target="acme", encoding="json_ietf", update=[(GOLD, {"qci": 0, "arp": 16})])


def refused_often(client):
    """A thousand rules are broken in one request."""
    classes = [{"traffic-class-id": f"class-{i}", "qci": 0, "arp": 16} for i in range(500)]
    return client.set(
        target="acme", encoding="json_ietf", update=[("/", {"onf-traffic-class:traffic-class": classes})]
    )


def subscription(path, mode):
    return {"subscription": [{"path": path, "mode": "on_change"}], "mode": mode, "encoding": "json_ietf"}


def subscribe_once(client):
    return list(client.subscribe2(subscribe=subscription(VIDEO, "once"), target="acme"))


def subscribe_on_change(client):
    subscriber = client.subscribe2(subscribe=subscription(CONTROL, "stream"), target="acme")
    initial = subscriber.get_update(timeout=PATIENCE_SECONDS)  # everything until the sync response
    client.set(target="acme", encoding="json_ietf", update=[(CONTROL + "/pdb", "60")])
    change = subscriber.get_update(timeout=PATIENCE_SECONDS)
    subscriber.close()
    return {"initial": initial, "change": change}


def main(address, doing):
    host, port = address.rsplit(":", 1)
    with gNMIclient(
        target=(host, int(port)), username="admin", password=os.environ["PASSWORD"], insecure=True
    ) as client:
        try:
            result = globals()[doing](client)
        except gNMIException as e:
            if not isinstance(e.orig_exc, grpc.RpcError):
                raise
            result = {"code": e.orig_exc.code().name, "message": e.orig_exc.details()}
    print(json.dumps(result))


main(*sys.argv[1:])
