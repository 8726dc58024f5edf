curl -sS -H "Content-Type: application/json" \
  -d '{"answer": {"kind": "expression", "value": "2*x*y", "variables": {"x": "real", "y": "real"}}, "response": "2xy"}' \
  "https://nabla.example.org/api/v1/check"
