import json
import os
import urllib.error
import urllib.request

request = urllib.request.Request(
    "https://nabla.example.org/api/v1/courses/7/assignments/3/extensions/42",
    method="PUT",
    headers={
        "Authorization": "Bearer " + os.environ["NABLA_TOKEN"],
        "Content-Type": "application/json",
    },
    data=json.dumps({"due": "2090-03-01T23:59", "reason": "in hospital for a week"}).encode(),
)
try:
    with urllib.request.urlopen(request) as response:
        answer = json.load(response)
    print("due", answer["due"], "closes", answer["closes"])
except urllib.error.HTTPError as refused:
    print(json.load(refused)["detail"])
    raise
