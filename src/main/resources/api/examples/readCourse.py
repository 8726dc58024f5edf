import json
import os
import urllib.request

request = urllib.request.Request(
    "https://nabla.example.org/api/v1/courses/7",
    headers={"Authorization": "Bearer " + os.environ["NABLA_TOKEN"]},
)
with urllib.request.urlopen(request) as response:
    answer = json.load(response)
print(answer["title"], [section["title"] for section in answer["sections"]])
