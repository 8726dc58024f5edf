"""The portfolio of least variance, with a wish and without debts.

Independent of the server: the same numbers with NumPy, without a slip or with one."""
import numpy as np
from shared import solve_sym


def solve(D, bug=None, T=np.float64):
    R = np.stack([D['r1'], D['r2'], D['r3']], 1).astype(T)
    n = len(R)
    o = {}
    one = np.ones(3, T)
    m = R.mean(0)
    C = R - m
    if bug == 'no_centre':
        C = R
    S = C.T @ C / n
    if bug == 'n1':
        S = S * n / (n - 1)
    if bug == 'no_n':
        S = S * n
    if bug == 'corr':
        d = np.sqrt(np.diag(S))
        S = S / np.outer(d, d)
    o['m'] = m
    if bug == 'axis':
        o['m'] = R.mean(1)[:3]
    o['S'] = np.array([S[0, 0], S[0, 1], S[1, 2]])
    a, b, c = (S[0, 0], S[0, 1], S[1, 1])
    o['two'] = {'other': (a - b) / (a + c - 2 * b), 'diag': c / (a + c), 'plus': (c - b) / (a + c), 'inv': a / (a + c)}.get(bug, (c - b) / (a + c - 2 * b))
    x = solve_sym(S if bug != 'diag' else np.diag(np.diag(S)), one)
    w = x / x.sum() if bug != 'no_sum' else x
    if bug == 'length':
        w = x / np.sqrt(x @ x)
    o['w'] = w
    o['var'] = w @ S @ w
    if bug == 'sd':
        o['var'] = np.sqrt(o['var'])
    if bug == 'equal':
        o['var'] = one @ S @ one / 9
    o['lam'] = 2 * (w @ S @ w)
    if bug == 'half':
        o['lam'] = w @ S @ w
    rho = np.sort(m)[-1] * T(0.5) + np.sort(m)[-2] * T(0.5)
    xm = solve_sym(S, m)
    A = one @ x
    B = one @ xm
    Cc = m @ xm
    De = A * Cc - B * B
    l1 = (Cc - B * rho) / De
    l2 = (A * rho - B) / De
    o['wt'] = l1 * x + l2 * xm if bug is None or bug not in ('prop',) else xm / xm.sum()
    o['price'] = 2 * l2 if bug != 'half' else l2
    if bug == 'l1':
        o['price'] = 2 * l1
    k = int(np.argmin(w))
    o['predict'] = k + 1
    I = [i for i in range(3) if i != k]
    y = solve_sym(S[np.ix_(I, I)], np.ones(2, T))
    v = np.zeros(3, T)
    v[I] = y / y.sum()
    if bug == 'clip':
        v = np.maximum(w, 0)
        v = v / v.sum()
    if bug == 'zero':
        v = np.maximum(w, 0)
    o['wk'] = v[I]
    pass
    lam = 2 * (v @ S @ v)
    nu = 2 * (S @ v)[k] - lam
    o['nu'] = nu if bug not in ('half', 'sign') else nu / 2 if bug == 'half' else -nu

    def proj(z):
        u = np.sort(z)[::-1]
        cs = np.cumsum(u) - 1
        r = [i for i in range(3) if u[i] - cs[i] / (i + 1) > 0][-1]
        return np.maximum(z - cs[r] / (r + 1), 0)
    z = one / 3
    g = 2 * S @ z
    if bug == 'no_2':
        g = S @ z
    if bug == 'up':
        g = -g
    st = T(0.05)
    z = proj(z - st * g)
    if bug == 'clip1':
        z = np.maximum(one / 3 - st * g, 0)
        z = z / z.sum()
    if bug == 'no_proj':
        z = one / 3 - st * g
    o['pg1'] = z
    return o
