curl -sS -X DELETE -H "Authorization: Bearer $NABLA_TOKEN" "https://nabla.example.org/api/v1/courses/7/assignments/3/extensions/42"
