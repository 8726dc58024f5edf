"""One Gaussian by maximum likelihood, two by EM.

Independent of the server: the same numbers with NumPy, without a slip or with one."""
import numpy as np


def solve(D, bug=None, T=np.float64):
    x = D['x'].astype(T)
    n = len(x)
    o = {}
    o['ml'] = np.array([x.mean(), x.var()])
    if bug == 'n1':
        o['ml'][1] *= n / (n - 1)
    if bug == 'sd':
        o['ml'][1] = np.sqrt(o['ml'][1])
    if bug == 'raw':
        o['ml'][1] = np.mean(x * x)
    v = x.var()
    o['ll1'] = -n / 2 * (np.log(2 * np.pi * v) + 1)
    if bug == 'mean':
        o['ll1'] /= n
    if bug == 'no_pi':
        o['ll1'] = -n / 2 * (np.log(v) + 1)
    if bug == 'base10':
        o['ll1'] = o['ll1'] / np.log(10)
    pi = np.array([0.5, 0.5], dtype=T)
    mu = np.array([-1, 1], dtype=T)
    va = np.array([1, 1], dtype=T)

    def lp(x, pi, mu, va):
        q = (x[:, None] - mu) ** 2
        l = np.log(pi) - q / (2 * va) - np.log(2 * np.pi * va) / 2
        if bug == 'no_det':
            l = l + np.log(va) / 2
        if bug == 'no_half':
            l = np.log(pi) - q / va - np.log(2 * np.pi * va) / 2
        return l

    def resp(l):
        m = l.max(1, keepdims=True)
        e = np.exp(l - m)
        r = np.exp(l) / np.exp(l).sum(0) if bug == 'axis' else e / e.sum(1, keepdims=True)
        return (r, m[:, 0] + np.log(e.sum(1)))
    r, _ = resp(lp(x, pi, mu, va))
    j = int(np.argmin(np.abs(D['x'])))
    o['r0'] = r[j, 1] if bug != 'other' else r[j, 0]

    def em(k, pi, mu, va):
        for _ in range(k):
            r, _ = resp(lp(x, pi, mu, va))
            N = r.sum(0)
            m2 = (r * x[:, None]).sum(0) / N
            if bug == 'n_all':
                m2 = (r * x[:, None]).sum(0) / n
            q = (x[:, None] - (mu if bug == 'old_mu' else m2)) ** 2
            va = (r * q).sum(0) / N
            if bug == 'hard':
                h = np.eye(2)[np.argmax(r, 1)]
                N = h.sum(0)
                m2 = (h * x[:, None]).sum(0) / N
                va = (h * (x[:, None] - m2) ** 2).sum(0) / N
            pi = N / n
            mu = m2
            if bug == 'fix_pi':
                pi = np.array([0.5, 0.5])
        return (pi, mu, va)
    a = em(1, pi, mu, va)
    o['mu1'] = a[1]
    o['va1'] = a[2]
    b = em(200, pi, mu, va)
    o['mu200'] = b[1]
    o['va200'] = b[2] if bug != 'sdv' else np.sqrt(b[2])
    o['pi200'] = b[0][1] if bug != 'other' else b[0][0]
    o['ll200'] = resp(lp(x, *b))[1].sum()
    if bug == 'mean':
        o['ll200'] /= n
    o['bic'] = -2 * o['ll200'] + 5 * np.log(n) - (-2 * o['ll1'] + 2 * np.log(n))
    if bug == 'params':
        o['bic'] += np.log(n)
    if bug == 'four':
        o['bic'] -= np.log(n)
    if bug == 'swap':
        o['bic'] = -o['bic']
    return o
