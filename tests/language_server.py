"""A client of the JSON language server that editors of the VS Code kind use: it opens a draft and asks about it."""

import json
import subprocess
from pathlib import Path
from typing import Any

SERVER = "vscode-json-language-server"
"""From npm: `npm install -g vscode-langservers-extracted`."""


class Editor:
    """One file open in an editor. `with Editor(path) as editor: editor.diagnostics()`."""

    def __init__(self, path: Path) -> None:
        self.uri, self.text, self.asked = path.as_uri(), path.read_text("utf-8"), 0
        self.process = subprocess.Popen([SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self) -> "Editor":
        capabilities = {
            "textDocument": {
                "completion": {"completionItem": {"documentationFormat": ["markdown", "plaintext"]}},
                "hover": {"contentFormat": ["markdown", "plaintext"]},
                "diagnostic": {},
            }
        }
        options = {"handledSchemaProtocols": ["file"], "provideFormatter": False}
        self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": None,
                "capabilities": capabilities,
                "initializationOptions": options,
            },
        )
        self.notify("initialized", {})
        document = {"uri": self.uri, "languageId": "json", "version": 1, "text": self.text}
        self.notify("textDocument/didOpen", {"textDocument": document})
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def diagnostics(self) -> list[dict[str, Any]]:
        """What the editor underlines."""
        return self.request("textDocument/diagnostic", {"textDocument": {"uri": self.uri}})["items"]

    def completions(self, after: str) -> list[str]:
        """What the editor offers behind the first place of a text."""
        found = self.request("textDocument/completion", self._place(after, len(after)))
        return [each["label"] for each in found["items"]]

    def hover(self, over: str) -> str:
        """What the editor shows about the first place of a text."""
        return json.dumps(
            self.request("textDocument/hover", self._place(over, 1))["contents"], ensure_ascii=False
        )

    def _place(self, text: str, beyond: int) -> dict[str, Any]:
        before = self.text[: self.text.index(text) + beyond]
        position = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return {"textDocument": {"uri": self.uri}, "position": position}

    def request(self, method: str, params: Any) -> Any:
        """The result of a request. What the server asks or tells meanwhile is answered with nothing."""
        self.asked += 1
        self._send({"id": self.asked, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self.asked and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            if "id" in message:
                self._send({"id": message["id"], "result": None})

    def notify(self, method: str, params: Any) -> None:
        """Tell the server something."""
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _receive(self) -> Any:
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b": ")
            length = int(value) if name.lower() == b"content-length" else length
        return json.loads(self.process.stdout.read(length))
