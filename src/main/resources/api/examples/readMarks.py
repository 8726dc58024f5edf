import json
import os
import urllib.request

request = urllib.request.Request(
    "https://nabla.example.org/api/v1/courses/7/marks?assignment=3",
    headers={"Authorization": "Bearer " + os.environ["NABLA_TOKEN"]},
)
with urllib.request.urlopen(request) as response:
    answer = json.load(response)
for learner in answer["learners"]:
    for mark in learner["marks"]:
        print(learner["name"], mark["points"], "excused" if mark["excused"] else "")
