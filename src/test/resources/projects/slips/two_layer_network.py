"""A network with four hidden units, forward, backward and trained.

Independent of the server: the same numbers with NumPy, without a slip or with one."""
import numpy as np
from shared import sigmoid


def solve(D, bug=None, T=np.float64):
    X = np.stack([D['x1'], D['x2']], 1).astype(T)
    y = D['y'].astype(T)[:, None]
    n = len(X)
    o = {}
    th = [np.asarray(D['W1'], T), np.asarray(D['b1'], T), np.asarray(D['W2'], T)[:, None], np.array([D['b2']], dtype=T)]

    def fw(th):
        W1, b1, W2, b2 = th
        if bug == 'no_bias':
            b1 = b1 * 0
            b2 = b2 * 0
        A = np.tanh(X @ W1 + b1)
        z = A @ W2 + b2
        return (A, z)

    def loss(th):
        A, z = fw(th)
        l = np.logaddexp(T(0), z) - y * z
        return np.mean(l)

    def back(th):
        W1, b1, W2, b2 = th
        A, z = fw(th)
        p = sigmoid(z)
        dz = (p - y) / n
        if bug == 'sign':
            dz = -dz
        if bug == 'no_n':
            dz = dz * n
        if bug == 'sigma':
            dz = dz * p * (1 - p)
        dW2 = A.T @ dz
        db2 = dz.sum(0)
        dA = dz @ W2.T
        dZ = dA * (1 - A * A)
        if bug == 'lin':
            dZ = dA
        if bug == 'z2':
            Z = X @ W1 + b1
            dZ = dA * (1 - Z * Z)
        if bug == 'a1':
            dZ = dA * (1 - A)
        dW1 = X.T @ dZ
        db1 = dZ.sum(0)
        if bug == 'meanb':
            db1 = dZ.mean(0)
            db2 = dz.mean(0)
        if bug == 'no_db':
            db1 = db1 * 0
            db2 = db2 * 0
        return [dW1, db1, dW2, db2]
    A, z = fw(th)
    o['hidden'] = A[0] if bug != 'no_act' else (X @ th[0] + th[1])[0]
    if bug == 'sigm':
        o['hidden'] = sigmoid(X @ th[0] + th[1])[0]
    o['z1'] = z[0, 0] if bug != 'prob' else sigmoid(z)[0, 0]
    o['loss'] = loss(th)
    if bug == 'sum':
        o['loss'] *= n
    if bug == 'bcast':
        o['loss'] = np.mean(np.logaddexp(T(0), z) - y[:, 0] * z)
    if bug == 'mse':
        o['loss'] = np.mean((sigmoid(z) - y) ** 2)
    g = back(th)
    o['dW2'] = g[2][:, 0]
    o['dW1'] = g[0][0]
    o['db1'] = g[1]
    h = T(0.01)
    a = [t.copy() for t in th]
    a[0][0, 0] += h
    c = [t.copy() for t in th]
    c[0][0, 0] -= h
    cd = (loss(a) - loss(c)) / (2 * h)
    o['check'] = {'one_h': 2 * cd}.get(bug, cd)

    def train(k, eta=T(0.5)):
        t = [u.copy() for u in th]
        for _ in range(k):
            if bug == 'seq':
                g = back(t)
                t[2] = t[2] - eta * g[2]
                t[3] = t[3] - eta * g[3]
                g = back(t)
                t[0] = t[0] - eta * g[0]
                t[1] = t[1] - eta * g[1]
            elif bug == 'seqW2':
                W2n = t[2] - eta * back(t)[2]
                q = back(t)
                u = [t[0], t[1], W2n, t[3]]
                A, z = fw(t)
                dz = (sigmoid(z) - y) / n
                dZ = dz @ W2n.T * (1 - A * A)
                t = [t[0] - eta * X.T @ dZ, t[1] - eta * dZ.sum(0), W2n, t[3] - eta * dz.sum(0)]
            else:
                g = back(t)
                e = eta * eta if bug == 'twice' else eta
                t = [u - e * v for u, v in zip(t, g)]
        return t
    t1 = train(1)
    o['loss1'] = loss(t1)
    K = {'one_less': 99}.get(bug, 100)
    t = train(K)
    o['loss100'] = loss(t)
    if bug == 'sum':
        o['loss100'] *= n
    t = train(300)
    o['loss300'] = loss(t)
    if bug == 'sum':
        o['loss300'] *= n
    q = np.tanh(np.array([T(1), T(1)]) @ t[0] + t[1]) @ t[2] + t[3]
    o['new'] = sigmoid(q)[0]
    if bug == 'score':
        o['new'] = q[0]
    if bug == 'other':
        o['new'] = 1 - sigmoid(q)[0]
    o['par'] = {'no_bias': 12, 'w1': 8}.get(bug, 17)
    return o
