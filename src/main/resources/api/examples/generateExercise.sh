curl -sS "https://nabla.example.org/api/v1/exercises/directional-derivative-at-a-point?seed=7"
