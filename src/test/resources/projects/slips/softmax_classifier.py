"""A linear classifier for three classes.

Independent of the server: the same numbers with NumPy, without a slip or with one."""
import numpy as np
from shared import softmax


def solve(D, bug=None, T=np.float64):
    n = len(D['y'])
    X = np.stack([np.ones(n), D['x1'], D['x2']], 1).astype(T)
    Y = np.eye(3, dtype=T)[np.asarray(D['y'], int)]
    o = {}
    if bug == 'no_bias':
        X[:, 0] = 0

    def sm(Z):
        return softmax(Z, axis=0 if bug == 'axis' else 1)
    W = np.zeros((3, 3), T)

    def loss(W):
        return -np.mean(np.sum(Y * np.log(sm(X @ W)), 1))

    def grad(W):
        R = sm(X @ W) - Y
        if bug == 'sign':
            R = -R
        if bug == 'jac':
            p = sm(X @ W)
            R = R * p * (1 - p)
        G = X.T @ R
        if bug == 'n3':
            return G / (3 * n)
        return G if bug == 'no_n' else G / n
    o['loss0'] = {'no_n': n * np.log(3), 'log2': np.log2(3), 'mean3': np.log(3) / 3}.get(bug, -np.mean(np.log(np.full(n, 1 / 3, dtype=T))))
    z = np.array([X[0, 1], X[0, 2], 0]).astype(T)
    p = np.exp(z) / np.exp(z).sum()
    o['hand'] = p - np.array([1, 0, 0]) if bug != 'sign' else np.array([1, 0, 0]) - p
    if bug == 'p':
        o['hand'] = p
    if bug == 'jac':
        o['hand'] = (p - np.array([1, 0, 0])) * p * (1 - p)
    G = grad(W)
    o['grad0'] = np.array([G[1, 1], G[1, 2], G[2, 1]])
    if bug == 'transpose':
        o['grad0'] = np.array([G[1, 1], G[2, 1], G[1, 2]])

    def gd(k, eta=T(0.5)):
        W = np.zeros((3, 3), T)
        for _ in range(k):
            W = W - eta * (grad(W) if bug != 'twice' else eta * grad(W))
        return W
    W = gd(1)
    o['loss1'] = loss(W)
    W = gd(200) if bug != 'one_less' else gd(199)
    o['loss200'] = loss(W) if bug not in ('sum',) else loss(W) * n
    o['w200'] = np.array([W[1, 0], W[1, 1], W[2, 2]])
    Q = np.array([1, D['x1'][0], D['x2'][0]], dtype=T) @ W
    pq = np.exp(Q - Q.max())
    pq /= pq.sum()
    o['p1'] = pq
    big = T(700 + round(10 * D['x1'][0]))
    o['lse'] = big + np.log(np.sum(np.exp(np.array([0, -1, -2], T)))) if bug != 'no_shift' else np.log(np.sum(np.exp(np.array([0, -1, -2]))))
    if bug == 'max':
        o['lse'] = big
    return o
