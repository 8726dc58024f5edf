"""Least squares by the normal equations, by descent and with a ridge.

Independent of the server: the same numbers with NumPy, without a slip or with one."""
import numpy as np
from shared import solve_sym


def solve(D, bug=None, T=np.float64):
    n = len(D['y'])
    y = D['y'].astype(T)
    X = np.stack([np.ones(n), D['x1'], D['x2']], 1).astype(T)
    o = {}
    if bug == 'no_bias':
        X = X.copy()
        X[:, 0] = 0
    A = X.T @ X
    c = X.T @ y
    o['gram'] = np.array([A[0, 0], A[0, 1], A[1, 1]]) if bug != 'no_bias' else np.array([A[1, 1], A[1, 2], A[2, 2]])
    if bug == 'n':
        o['gram'] = np.array([A[0, 0], A[0, 1], A[1, 1]]) / n
    if bug == 'no_bias':
        o['w'] = np.concatenate([[0], solve_sym(A[1:, 1:], c[1:])])
    else:
        o['w'] = solve_sym(A, c)
    r = X @ o['w'] - y
    o['mse'] = np.mean(r * r)
    if bug == 'no_n':
        o['mse'] = np.sum(r * r)
    if bug == 'half':
        o['mse'] = np.sum(r * r) / (2 * n)
    if bug == 'rmse':
        o['mse'] = np.sqrt(np.mean(r * r))
    if bug == 'dof':
        o['mse'] = np.sum(r * r) / (n - 3)
    if bug == 'bcast':
        o['mse'] = np.mean(((X @ o['w'])[:, None] - y) ** 2)
    eta = T(0.02)

    def gd(k):
        w = np.zeros(3, T)
        for _ in range(k):
            r = X @ w - y
            if bug == 'sign':
                r = -r
            g = 2 * (X.T @ r) / n
            if bug == 'no_n':
                g = g * n
            if bug == 'no_2':
                g = g / 2
            if bug == 'twice':
                g = g * eta
            w = w - eta * g
        return w
    o['gd1'] = gd(1)
    o['gd200'] = gd(200)
    lam = T(6)
    R = np.eye(3, dtype=T)
    R[0, 0] = 0
    if bug == 'bias_too':
        R[0, 0] = 1
    if bug == 'lam_n':
        lam = lam * n
    if bug == 'minus':
        lam = -lam
    if bug == 'no_bias':
        o['ridge'] = np.concatenate([[0], solve_sym(A[1:, 1:] + lam * np.eye(2, dtype=T), c[1:])])
    else:
        o['ridge'] = solve_sym(A + lam * R, c)
    if bug == 'sq':
        o['ridge'] = solve_sym(A + lam * lam * R, c)
    path = []
    for l in (0, 6, 60):
        q = solve_sym(A + T(l) * np.diag([0, 1, 1]).astype(T), c) if bug != 'no_bias' else np.zeros(3)
        path.append(np.sqrt(q[1] ** 2 + q[2] ** 2) if bug != 'bias_too' else np.sqrt(q @ q))
    o['path'] = np.array(path)
    if bug == 'sqnorm':
        o['path'] = np.array(path) ** 2
    H = 2 * A / n
    v = np.ones(3, T)
    for _ in range(200):
        v = H @ v
        v = v / np.sqrt(v @ v)
    l = v @ H @ v
    o['bound'] = {'no_n': 2 / (l * n), 'no_2': 4 / l, 'one': 1 / l}.get(bug, 2 / l)
    return o
