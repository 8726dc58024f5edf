import json
import urllib.request

address = "https://nabla.example.org/api/v1/exercises/directional-derivative-at-a-point?seed=7"
with urllib.request.urlopen(address) as response:
    answer = json.load(response)
print(answer["prompt"])
