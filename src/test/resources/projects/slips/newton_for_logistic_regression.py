"""Logistic regression by Newton and by descent.

Independent of the server: the same numbers with NumPy, without a slip or with one."""
import numpy as np
from shared import solve_sym, sigmoid


def solve(D, bug=None, T=np.float64):
    y = D['y'].astype(T)
    n = len(y)
    X = np.stack([np.ones(n), D['x1'], D['x2']], 1).astype(T)
    o = {}
    if bug == 'no_bias':
        X[:, 0] = 0

    def loss(w):
        z = X @ w
        return np.mean(np.logaddexp(T(0), z) - y * z)

    def grad(w):
        p = sigmoid(X @ w)
        r = p - y
        if bug == 'sign':
            r = -r
        if bug == 'sigma':
            r = r * p * (1 - p)
        if bug == 'no_act':
            r = X @ w - y
        g = X.T @ r
        return g if bug == 'no_n' else g / n

    def hess(w):
        p = sigmoid(X @ w)
        s = p * (1 - p)
        if bug == 'p_only':
            s = p
        H = (X * s[:, None]).T @ X
        return H if bug in ('no_n', 'hn') else H / n
    w = np.zeros(3, T)
    o['loss0'] = {'no_n': n * np.log(2), 'log2': 1.0, 'plus': -np.log(2)}.get(bug, loss(w))
    o['grad0'] = grad(w)
    h = hess(w)
    o['h0'] = np.array([h[0, 0], h[0, 1], h[1, 1], h[1, 2]])
    if bug == 'no_bias':
        sv = lambda H, g: np.concatenate([[0], solve_sym(H[1:, 1:], g[1:])])
    elif bug == 'diag':
        sv = lambda H, g: g / np.diag(H)
    else:
        sv = solve_sym
    o['newton1'] = w - sv(h, grad(w)) if bug != 'up' else w + sv(h, grad(w))
    if bug not in ('sign', 'up', 'no_act', 'p_only', 'sigma', 'hn', 'diag', 'no_n'):
        for k in range(12):
            w = w - sv(hess(w), grad(w))
        o['w'] = w
        o['nll'] = loss(w) if bug != 'sum' else loss(w) * n
        p = sigmoid(X @ w)
        o['acc'] = int(np.sum((p > 0.5) == (y > 0.5))) if bug != 'errors' else int(np.sum((p > 0.5) != (y > 0.5)))
        o['sum'] = np.sum(p)
        H = hess(w) * n
        iv = np.array([solve_sym(H, e)[i] for i, e in enumerate(np.eye(3, dtype=T))]) if bug != 'no_bias' else None
        if iv is not None:
            o['se'] = np.sqrt(iv) if bug not in ('var', 'sen') else iv if bug == 'var' else np.sqrt(iv * n)
    w = np.zeros(3, T)
    for k in range(100):
        w = w - (T(0.25) if bug == 'twice' else T(0.5)) * grad(w)
    o['gd100'] = w
    return o
