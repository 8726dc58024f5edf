"""Principal components by power iteration and deflation.

Independent of the server: the same numbers with NumPy, without a slip or with one."""
import numpy as np


def solve(D, bug=None, T=np.float64):
    X = np.stack([D['x1'], D['x2'], D['x3']], 1).astype(T)
    n = len(X)
    o = {}
    o['mean'] = X.mean(0) if bug != 'axis' else X.mean(1)[:3]
    C = X - X.mean(0)
    if bug == 'no_centre':
        C = X
    if bug == 'axis':
        C = X - X.mean(1, keepdims=True)
    S = C.T @ C / n
    if bug == 'n1':
        S = S * n / (n - 1)
    if bug == 'no_n':
        S = S * n
    if bug == 'std':
        C = C / np.sqrt((C * C).mean(0))
        S = C.T @ C / n
    o['S'] = np.array([S[0, 0], S[0, 1], S[1, 2]])
    v = np.array([1, 0, 0], dtype=T)
    w = S @ v
    o['p1'] = w / np.sqrt(w @ w) if bug != 'no_norm' else w
    for i in range(500):
        v = S @ v
        v = v / np.sqrt(v @ v)
    l = v @ S @ v
    if v[np.argmax(abs(v))] < 0:
        v = -v
    o['l1'] = l if bug != 'sqrt' else np.sqrt(l)
    if bug == 'sing':
        o['l1'] = np.sqrt(l * n)
    o['v1'] = v
    D2 = S - l * np.outer(v, v)
    if bug == 'no_defl':
        D2 = S
    w = np.array([0, 1, 0], dtype=T) if abs(v[1]) < 0.9 else np.array([1, 0, 0], dtype=T)
    for i in range(500):
        w = D2 @ w
        w = w / np.sqrt(w @ w)
    o['l2'] = w @ S @ w if bug != 'sqrt' else np.sqrt(w @ S @ w)
    t = np.trace(S)
    o['share'] = l / t
    if bug == 'sq':
        o['share'] = l * l / np.sum(S * S)
    if bug == 'two':
        o['share'] = (l + w @ S @ w) / t
    r = C - np.outer(C @ v, v)
    o['recon'] = np.sum(r * r) / n
    if bug == 'l2':
        o['recon'] = w @ S @ w
    if bug == 'kept':
        o['recon'] = l
    if bug == 'sum':
        o['recon'] = np.sum(r * r)
    o['score'] = abs(C[0] @ v) if bug != 'raw' else abs(X[0] @ v)
    return o
