"""The loss of a decay curve, its gradient and the differences that check it.

Independent of the server: the same numbers with NumPy, without a slip or with one."""
import numpy as np


def solve(D, bug=None, T=np.float64):
    t = D['t'].astype(T)
    y = D['y'].astype(T)
    a = T(D['a'])
    b = T(D['b'])
    n = len(t)
    o = {}
    L = lambda a, b: np.mean((a / (1 + b * t) - y) ** 2)

    def grad(t, y):
        n = len(t)
        q = 1 + b * t
        r = a / q - y
        if bug == 'sign':
            r = -r
        db = -a * t / q ** 2
        if bug == 'no_t':
            db = -a / q ** 2
        if bug == 'no_sq':
            db = -a * t / q
        f = T(2)
        if bug == 'no_2':
            f = T(1)
        g = np.array([f * np.sum(r / q), f * np.sum(r * db)])
        return g if bug == 'no_n' else g / T(n)
    o['hand'] = grad(t[:2], y[:2])
    o['loss'] = L(a, b)
    if bug == 'no_n':
        o['loss'] = L(a, b) * n
    if bug == 'half':
        o['loss'] = L(a, b) / 2
    if bug == 'bcast':
        o['loss'] = np.mean((a / (1 + b * t)[:, None] - y) ** 2)
    o['grad'] = grad(t, y)
    h = T(0.1)
    fw = lambda h: (L(a, b + h) - L(a, b)) / h
    ce = lambda h: (L(a, b + h) - L(a, b - h)) / (2 * h)
    o['forward'] = {'central': ce(h), 'backward': (L(a, b) - L(a, b - h)) / h, 'two_h': fw(h) / 2, 'da': (L(a + h, b) - L(a, b)) / h}.get(bug, fw(h))
    o['central'] = {'forward': fw(h), 'one_h': 2 * ce(h), 'da': (L(a + h, b) - L(a - h, b)) / (2 * h)}.get(bug, ce(h))
    g = np.array(grad(t, y))[1] if bug is None else None
    if bug is None:
        o['ratio'] = np.array([(fw(h) - g) / (fw(h / 2) - g), (ce(h) - g) / (ce(h / 2) - g)])
    elif bug == 'swap':
        g = solve(D)['grad'][1]
        o['ratio'] = np.array([(ce(h) - g) / (ce(h / 2) - g), (fw(h) - g) / (fw(h / 2) - g)])
    elif bug == 'invert':
        o['ratio'] = 1 / np.asarray(solve(D)['ratio'])
    aa = np.array([a - T(0.25), a, a + T(0.25)])
    bb = np.array([b - T(0.1), b, b + T(0.1)])
    F = np.array([[L(x, z) for z in bb] for x in aa])
    ga, gb = np.gradient(F, 0.25, 0.1)
    v = np.array([ga[1, 1], gb[1, 1]])
    if bug == 'axes':
        v = v[::-1]
    if bug == 'no_spacing':
        v = np.array([g_[1, 1] for g_ in np.gradient(F)])
    if bug == 'spacings':
        v = np.array([g_[1, 1] for g_ in np.gradient(F, 0.1, 0.25)])
    if bug == 'edge':
        v = np.array([ga[0, 0], gb[0, 0]])
    o['grid'] = v
    return o
