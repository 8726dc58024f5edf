"""Samples through a linear map, and two estimates of a gradient.

Independent of the server: the same numbers with NumPy, without a slip or with one."""
import numpy as np


def solve(D, bug=None, T=np.float64):
    E = np.stack([D['e1'], D['e2']], 1).astype(T)
    n = len(E)
    A = np.asarray(D['A'], T)
    b = np.asarray(D['b'], T)
    o = {}
    mu, sg, c = (T(D[k]) for k in ('mu', 'sigma', 'c'))
    p, q, r, b1, b2 = (A[0, 0], A[0, 1], A[1, 1], b[0], b[1])
    o['det'] = {'plus': np.log(p * r), 'nolog': -p * r}.get(bug, -np.log(p * r))
    e = E[0]
    lp = -(e @ e) / 2 - np.log(2 * np.pi) - np.log(p * r)
    o['logp'] = {'plus': lp + 2 * np.log(p * r), 'no_det': lp + np.log(p * r), 'half_pi': lp + np.log(2 * np.pi) / 2, 'no_half': lp - e @ e / 2}.get(bug, lp)
    o['exact'] = {'no_b': q * r, 'ATA': p * q + b1 * b2, 'indep': b1 * b2}.get(bug, q * r + b1 * b2)
    X = E @ A.T + b
    if bug == 'transpose':
        X = E @ A + b
    if bug == 'no_b':
        X = E @ A.T
    if bug == 'elem':
        X = E * np.diag(A) + b
    f = X[:, 0] * X[:, 1]
    o['mc'] = f.mean()
    if bug == 'means':
        o['mc'] = X[:, 0].mean() * X[:, 1].mean()
    o['se'] = f.std() / np.sqrt(n)
    if bug == 'sd':
        o['se'] = f.std()
    if bug == 'n':
        o['se'] = f.std() / n
    if bug == 'n1':
        o['se'] = f.std(ddof=1) / np.sqrt(n)
    ep = E[:, 0]
    z = mu + sg * ep
    h = (z - c) ** 2
    o['truth'] = np.array([2 * (mu - c), 2 * sg])
    if bug == 'zero':
        o['truth'][1] = 0
    if bug == 'z':
        o['truth'][0] = -2 * (mu - c)
    gm = 2 * (z - c)
    gs = 2 * (z - c) * ep
    if bug == 'no_eps':
        gs = 2 * (z - c)
    if bug == 'no_2':
        gm, gs = (gm / 2, gs / 2)
    if bug == 'sig':
        gs = 2 * (z - c) * sg
    o['rep'] = np.array([gm.mean(), gs.mean()])
    sm = h * (z - mu) / sg ** 2
    ss = h * ((z - mu) ** 2 - sg ** 2) / sg ** 3
    if bug == 'no_sq':
        sm = h * (z - mu) / sg
    if bug == 'no_norm':
        ss = h * (z - mu) ** 2 / sg ** 3
    if bug == 'only_score':
        sm = (z - mu) / sg ** 2
        ss = ((z - mu) ** 2 - sg ** 2) / sg ** 3
    if bug == 'sign':
        sm, ss = (-sm, -ss)
    o['score'] = np.array([sm.mean(), ss.mean()])
    o['vars'] = np.array([gm.var(), sm.var()])
    if bug == 'swap':
        o['vars'] = o['vars'][::-1]
    if bug == 'n1':
        o['vars'] = np.array([gm.var(ddof=1), sm.var(ddof=1)])
    if bug == 'sdv':
        o['vars'] = np.sqrt(o['vars'])
    o['ratio'] = sm.var() / gm.var()
    if bug == 'invert':
        o['ratio'] = 1 / o['ratio']
    if bug == 'root':
        o['ratio'] = np.sqrt(o['ratio'])
    loo = (h.sum() - h) / (n - 1)
    if bug == 'own':
        loo = h.mean()
    bs = (h - loo) * (z - mu) / sg ** 2
    if bug == 'plus':
        bs = (h + loo) * (z - mu) / sg ** 2
    if bug == 'after':
        bs = sm - loo
    o['base'] = bs.var()
    return o
