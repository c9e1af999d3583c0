"""
Python runs this first, in the emulator and in its Lambda functions. Each instance of a function gets a temporary folder
of its own, as on AWS. `/opt/...` is mapped to the function's layers, because on AWS the layers are in /opt and here each
has its own folder. Programs of a layer get this run's list of certificates.
"""

import os
import signal
import subprocess
import sys
import threading
import time

layers = [folder for folder in os.environ.get("_LAMBDA_LAYERS_DIRS", "").split(os.pathsep) if folder]
authorities = os.environ.get("SSL_CERT_FILE", "")


def in_layer(command):
    if not isinstance(command, list) or not command or not str(command[0]).startswith("/opt/"):
        return None
    found = [path for path in (os.path.join(each, command[0][5:]) for each in layers) if os.path.exists(path)]
    return [sys.executable, found[0], *command[1:]] if found else None


start = subprocess.Popen.__init__


def start_as_on_aws(self, args, *rest, **named):
    env = named.get("env") or os.environ
    place, name = os.path.split(str(named.get("cwd") or ""))
    if "_LAMBDA_TIMEOUT" in env and name == "code":
        folder = os.path.join(place, "tmp")
        os.makedirs(folder, exist_ok=True)
        named["env"] = {**env, "TMPDIR": folder}
    command = in_layer(args)
    if command:
        named["env"] = {**env, "AWS_CA_BUNDLE": authorities}
        # The emulator reads the function's answer from its standard output, and hangs when a program writes there.
        named.setdefault("stdout", sys.stderr.fileno())
    start(self, command or args, *rest, **named)


subprocess.Popen.__init__ = start_as_on_aws


def end_with(parent):
    while os.getppid() == parent:
        time.sleep(1)
    os.killpg(os.getpgrp(), signal.SIGKILL)


# When the parent of the emulator is killed, this ends the emulator's process group: itself and the functions it runs.
if os.environ.get("REDRESS_EMULATOR_PARENT") == str(os.getppid()):
    threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
