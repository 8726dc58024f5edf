curl -sS -H "Authorization: Bearer $NABLA_TOKEN" "https://nabla.example.org/api/v1/courses/7/marks?assignment=3"
