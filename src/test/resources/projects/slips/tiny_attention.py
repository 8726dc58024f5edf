"""One attention head, forward and backward.

Independent of the server: the same numbers with NumPy, without a slip or with one."""
import numpy as np
from shared import softmax


def solve(D, bug=None, T=np.float64):
    X, Wq, Wk, Wv, Y = (np.asarray(D[k], T) for k in ('X', 'Wq', 'Wk', 'Wv', 'Y'))
    o = {}
    d = T(2)
    sc = 1 / np.sqrt(d)
    if bug == 'no_scale':
        sc = T(1)
    if bug == 'd':
        sc = 1 / d

    def fw(X, Wq, Wk, Wv, mask=False):
        Q, K, V = (X @ Wq, X @ Wk, X @ Wv)
        if bug == 'WX':
            Q, K, V = (X @ Wq.T, X @ Wk.T, X @ Wv.T)
        S = Q @ K.T * sc
        if bug == 'KQ':
            S = S.T
        if mask:
            M = np.triu(np.ones((4, 4), bool), 1)
            if bug == 'lower':
                M = M.T
            if bug == 'zero':
                S = np.where(M, T(0), S)
            elif bug == 'after':
                Pm = np.where(M, T(0), softmax(S))
                return (Q, K, V, S, Pm, Pm @ V)
            else:
                S = np.where(M, T(-1000000000.0), S)
        Pm = softmax(S, axis=0 if bug == 'axis' else 1)
        return (Q, K, V, S, Pm, Pm @ V)
    Q, K, V, S, Pm, O = fw(X, Wq, Wk, Wv)
    o['s'] = S[0, :2]
    o['p'] = Pm[0]
    o['o'] = O[0] if bug != 'PT' else (Pm.T @ V)[0]
    o['loss'] = ((O - Y) ** 2).sum() / 2
    if bug == 'no_half':
        o['loss'] *= 2
    if bug == 'mean':
        o['loss'] = ((O - Y) ** 2).mean()
    dO = O - Y
    if bug == 'sign':
        dO = -dO
    dV = Pm.T @ dO
    if bug == 'P':
        dV = Pm @ dO
    dP = dO @ V.T
    dS = Pm * (dP - (dP * Pm).sum(1, keepdims=True))
    if bug == 'diag':
        dS = Pm * (1 - Pm) * dP
    if bug == 'no_sub':
        dS = Pm * dP
    if bug == 'sumaxis':
        dS = Pm * (dP - (dP * Pm).sum(0, keepdims=True))
    b = sc if bug != 'no_scale_b' else T(1)
    dQ = dS @ K * b
    dK = dS.T @ Q * b
    if bug == 'dK':
        dK = dS @ Q * b
    o['dWv'] = (X.T @ dV).ravel()
    if bug == 'T':
        o['dWv'] = (dV.T @ X).ravel()
    o['ds'] = dS[0]
    o['dWq'] = (X.T @ dQ).ravel()
    o['dWk'] = (X.T @ dK).ravel()
    if bug == 'T':
        o['dWq'] = (dQ.T @ X).ravel()
        o['dWk'] = (dK.T @ X).ravel()
    dX = dQ @ Wq.T + dK @ Wk.T + dV @ Wv.T
    if bug == 'one_path':
        dX = dV @ Wv.T
    if bug == 'two':
        dX = dQ @ Wq.T + dV @ Wv.T
    if bug == 'noT':
        dX = dQ @ Wq + dK @ Wk + dV @ Wv
    o['dx'] = dX[0]
    h = T(0.1)
    L = lambda W: ((fw(X, W, Wk, Wv)[5] - Y) ** 2).sum() / 2
    U = Wq.copy()
    U[0, 0] += h
    U2 = Wq.copy()
    U2[0, 0] -= h
    c = (L(U) - L(U2)) / (2 * h)
    o['check'] = {'forward': (L(U) - L(Wq)) / h, 'one_h': 2 * c}.get(bug, c)
    m = fw(X, Wq, Wk, Wv, True)
    o['mask'] = m[4][1, :2]
    e = T(0.1)
    o['after1'] = ((fw(X, Wq - e * (X.T @ dQ), Wk - e * (X.T @ dK), Wv - e * (X.T @ dV))[5] - Y) ** 2).sum() / 2
    if bug == 'only_v':
        o['after1'] = ((fw(X, Wq, Wk, Wv - e * (X.T @ dV))[5] - Y) ** 2).sum() / 2
    if bug == 'seq':
        W2 = Wv - e * (X.T @ dV)
        _, _, V2, _, P2, O2 = fw(X, Wq, Wk, W2)
        dP2 = (O2 - Y) @ V2.T
        dS2 = P2 * (dP2 - (dP2 * P2).sum(1, keepdims=True))
        o['after1'] = ((fw(X, Wq - e * (X.T @ (dS2 @ K * b)), Wk - e * (X.T @ (dS2.T @ Q * b)), W2)[5] - Y) ** 2).sum() / 2
    return o
