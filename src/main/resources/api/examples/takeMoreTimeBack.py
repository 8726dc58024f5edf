import json
import os
import urllib.request

request = urllib.request.Request(
    "https://nabla.example.org/api/v1/courses/7/assignments/3/extensions/42",
    method="DELETE",
    headers={"Authorization": "Bearer " + os.environ["NABLA_TOKEN"]},
)
with urllib.request.urlopen(request) as response:
    answer = json.load(response)
print("due again", answer["due"])
