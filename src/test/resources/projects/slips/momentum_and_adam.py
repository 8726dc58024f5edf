"""A ravine walked down by descent, momentum and Adam.

Independent of the server: the same numbers with NumPy, without a slip or with one."""
import numpy as np


def solve(D, bug=None, T=np.float64):
    a, k, r = (T(D['a']), T(D['k']), T(D['r']))
    w0 = np.array([D['x0'], D['y0']], dtype=T)
    o = {}
    c = r / T(10)
    f = lambda w: a * w[0] ** 2 / 2 + k * (w[1] - c * w[0]) ** 2 / 2

    def g(w):
        u = k * (w[1] - c * w[0])
        if bug == 'no_cross':
            return np.array([a * w[0], u])
        return np.array([a * w[0] - c * u, u])
    H = np.array([[a + c * c * k, -c * k], [-c * k, k]])
    tr = H[0, 0] + H[1, 1]
    de = H[0, 0] * H[1, 1] - H[0, 1] ** 2
    ro = np.sqrt(tr * tr / 4 - de)
    l1 = tr / 2 + ro
    l0 = de / l1
    o['g0'] = g(w0)
    o['kappa'] = {'inv': l0 / l1, 'diag': k / a}.get(bug, l1 / l0)
    o['bound'] = {'one': 1 / l1, 'lmin': 2 / l0}.get(bug, 2 / l1)
    eta = T(1) / k
    beta = T(0.9)
    if bug == 'twice':
        eta = eta * eta

    def gd(n):
        w = w0.copy()
        for _ in range(n):
            w = w - eta * g(w)
        return w
    o['gd50'] = f(gd(50))

    def mom(n):
        w = w0.copy()
        v = np.zeros(2, T)
        for _ in range(n):
            if bug == 'ema':
                v = beta * v + (1 - beta) * g(w)
                w = w - eta * v
            elif bug == 'order':
                w = w - eta * v
                v = beta * v + g(w)
            elif bug == 'nesterov':
                v = beta * v + g(w - eta * beta * v)
                w = w - eta * v
            elif bug == 'alias':
                v = g(w)
                w = w - eta * v
            else:
                v = beta * v + g(w)
                w = w - eta * v
        return w
    o['m2'] = mom(2)
    o['m50'] = f(mom(50)) if bug != 'wrong_f' else mom(50) @ mom(50)

    def adam(n, lr=T(0.1), b1=T(0.9), b2=T(0.999), eps=T(1e-08)):
        w = w0.copy()
        m = np.zeros(2, T)
        v = np.zeros(2, T)
        for t in range(1, n + 1):
            gg = g(w)
            m = b1 * m + (1 - b1) * gg
            v = b2 * v + (1 - b2) * gg * gg
            mh = m / (1 - b1 ** t)
            vh = v / (1 - b2 ** t)
            if bug == 'no_corr':
                mh, vh = (m, v)
            if bug == 't0':
                mh = m / (1 - b1 ** (t + 1))
                vh = v / (1 - b2 ** (t + 1))
            if bug == 'no_sqrt':
                w = w - lr * mh / (vh + eps)
            elif bug == 'scalar':
                w = w - lr * mh / np.sqrt(np.sum(vh) + eps)
            else:
                w = w - lr * mh / (np.sqrt(vh) + eps)
        return w
    o['a1'] = adam(1)
    o['a2'] = adam(2)
    o['a50'] = adam(50)
    o['mrate'] = {'beta': beta, 'one_minus': 1 - np.sqrt(beta)}.get(bug, np.sqrt(beta))
    s = np.sqrt(l1)
    q = np.sqrt(l0)
    o['best'] = {'nosqrt': ((l1 - l0) / (l1 + l0)) ** 2, 'rate': (s - q) / (s + q)}.get(bug, ((s - q) / (s + q)) ** 2)
    return o
