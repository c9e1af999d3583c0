"""
Python runs this first. In a Lambda function of the emulator it lets `/opt/...` mean the function's layers, as on AWS:
there the layers lie in /opt, here each in a folder of its own. The programs that are found are the layer's own; the
list of certificates that Lambda's machine has for them is this run's.
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


if layers:
    start = subprocess.Popen.__init__

    def start_in_layer(self, args, *rest, **named):
        command = in_layer(args)
        if command:
            named["env"] = {**(named.get("env") or os.environ), "AWS_CA_BUNDLE": authorities}
            # The emulator hears the function's answer on its standard output, and hangs when a program talks there.
            named.setdefault("stdout", sys.stderr.fileno())
        start(self, command or args, *rest, **named)

    subprocess.Popen.__init__ = start_in_layer


def follow(starter):
    while os.getppid() == starter:
        time.sleep(1)
    os.killpg(os.getpgrp(), signal.SIGKILL)


# When whoever started the emulator is killed, the emulator goes too, with the functions it runs: its process group.
if os.environ.get("REDRESS_EMULATOR_STARTER") == str(os.getppid()):
    threading.Thread(target=follow, args=(os.getppid(),), daemon=True).start()
