"""Descent on a bowl in two variables.

Independent of the server: the same numbers with NumPy, without a slip or with one."""
import numpy as np


def solve(D, bug=None, T=np.float64):
    A = D['A'].astype(T)
    b = D['b'].astype(T)
    o = {}
    tr = A[0, 0] + A[1, 1]
    de = A[0, 0] * A[1, 1] - A[0, 1] ** 2
    ro = np.sqrt(tr * tr / 4 - de)
    l1 = tr / 2 + ro
    l0 = tr / 2 - ro
    x = np.array([de and (A[1, 1] * b[0] - A[0, 1] * b[1]) / de, (A[0, 0] * b[1] - A[0, 1] * b[0]) / de], dtype=T)
    o['min'] = x
    if bug == 'plus_b':
        o['min'] = -x
    if bug == 'diag':
        o['min'] = b / np.diag(A)
    o['eig'] = np.array([l0, l1])
    if bug == 'order':
        o['eig'] = np.array([l1, l0])
    if bug == 'diag':
        o['eig'] = np.sort(np.diag(A))
    o['bound'] = {'lmin': 2 / l0, 'one': 1 / l1, 'trace': 2 / tr}.get(bug, 2 / l1)
    o['best'] = {'lmax': 1 / l1, 'mean2': 1 / (l0 + l1), 'bound': 2 / l1}.get(bug, 2 / (l0 + l1))
    eta = T(0.1)

    def step(w, eta=eta):
        g = A @ w - b
        if bug == 'plus_b':
            g = A @ w + b
        if bug == 'up':
            return w + eta * g
        if bug == 'twice':
            return w - eta * eta * g
        if bug == 'half':
            return w - eta * g / 2
        if bug == 'inplace':
            w = w.copy()
            for i in range(2):
                w[i] -= eta * (A[i] @ w - b[i])
            return w
        return w - eta * g
    w = np.zeros(2, T)
    w1 = step(w)
    o['first'] = w1
    w2 = step(w1)
    o['second'] = w2
    w = np.zeros(2, T)
    for i in range(11 if bug == 'one_more' else 9 if bug == 'one_less' else 10):
        w = step(w)
    o['w10'] = w
    f = lambda w: T(0.5) * w @ (A @ w) - b @ w
    o['gap'] = f(w) - f(x) if bug != 'no_half' else w @ (A @ w) - b @ w - (x @ (A @ x) - b @ x)
    if bug == 'swap':
        o['gap'] = -o['gap']
    o['diverge'] = 1 if 0.1 * l1 < 1 else 2 if 0.1 * l1 < 2 else 3
    o['rate'] = {'one': 1 - 0.1 * l1, 'bound': 1 - l0 / l1}.get(bug, (l1 - l0) / (l1 + l0))
    w = np.zeros(2, T)
    e = 2 / (l0 + l1) if bug != 'eta01' else eta
    n = 0
    tol = T(0.001)
    while np.linalg.norm(A @ w - b) > tol * np.linalg.norm(b) and n < 500:
        w = w - e * (A @ w - b)
        n += 1
    pass
    o['count'] = n + (1 if bug == 'off' else 0)
    return o
