import json
import os
import urllib.request

request = urllib.request.Request(
    "https://nabla.example.org/api/v1/courses",
    headers={"Authorization": "Bearer " + os.environ["NABLA_TOKEN"]},
)
with urllib.request.urlopen(request) as response:
    answer = json.load(response)
for course in answer:
    print(course["id"], course["title"], course["role"])
