import json
import urllib.request

asked = {
    "answer": {"kind": "expression", "value": "2*x*y", "variables": {"x": "real", "y": "real"}},
    "response": "2xy",
}
request = urllib.request.Request(
    "https://nabla.example.org/api/v1/check",
    headers={"Content-Type": "application/json"},
    data=json.dumps(asked).encode(),
)
with urllib.request.urlopen(request) as response:
    answer = json.load(response)
print(answer["outcome"], answer["message"])
