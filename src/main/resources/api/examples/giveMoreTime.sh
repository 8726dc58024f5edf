curl -sS -X PUT -H "Authorization: Bearer $NABLA_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{"due": "2090-03-01T23:59", "reason": "in hospital for a week"}' \
  "https://nabla.example.org/api/v1/courses/7/assignments/3/extensions/42"
