// A formula as it is typed into an answer box, from its LaTeX.

const SIGNS = {
  cdot: '*', times: '×', div: '/', pm: '±', mp: '∓', le: ' <= ', leq: ' <= ', ge: ' >= ', geq: ' >= ', ne: ' != ', neq: ' != ',
  lt: ' < ', gt: ' > ', infty: 'inf', langle: '<', rangle: '>', lVert: '||', rVert: '||', Vert: '||', '|': '||', lvert: '|',
  rvert: '|', vert: '|', mid: ' | ', '{': '{', '}': '}', lbrace: '{', rbrace: '}', ',': ' ', ';': ' ', ':': ' ', '!': '', ' ': ' ',
  quad: ' ', qquad: ' ', in: ' in ', cup: ' U ', land: ' and ', wedge: ' and ', lor: ' or ', vee: ' or ', to: ' -> ',
  rightarrow: ' -> ', mapsto: ' -> ', partial: '∂', nabla: '∇', ldots: '...', dots: '...', cdots: '...', approx: ' ≈ ',
  lfloor: 'floor(', rfloor: ')', lceil: 'ceil(', rceil: ')', top: 'T', displaystyle: '', textstyle: '', limits: '', middle: '',
};
const SIZES = /^(left|right|mleft|mright|[bB]igg?[lrm]?)$/;
const FACES = /^(mathrm|operatorname|text|textrm|mathbf|mathit|mathbb|boldsymbol|bm|vec|hat|bar|overline|mbox)$/;
const ROOT = { 3: (radicand) => `cbrt(${radicand})` };

/** The typed form of a formula: text that the answer boxes read. */
export function typedForm(latex) {
  return new Reader(latex).all().replace(/ +/g, ' ').replace(/ ([,;])/g, '$1').trim();
}

class Reader {
  constructor(latex) {
    this.tokens = latex.match(/\\[A-Za-z]+|\\.|[0-9]+(?:\.[0-9]+)?|\s+|./gsu) ?? [];
    this.at = 0;
  }

  all(ends = () => false) {
    let text = '';
    let afterWord = false;
    while (this.at < this.tokens.length && !ends(this.tokens[this.at])) {
      const word = this.tokens[this.at].startsWith('\\');
      const next = this.next();
      text += (apart(text, next, afterWord, word) ? ' ' : '') + next;
      afterWord = word && /[a-z]{2,}$/i.test(next);
    }
    return text;
  }

  next() {
    const token = this.tokens[this.at++];
    if (token === '{') {
      const inner = this.all((t) => t === '}');
      this.at++;
      return inner;
    }
    if (token === '^') {
      const raised = this.argument();
      return raised === 'T' || isAtom(raised) ? `^${raised}` : `^(${raised})`;
    }
    if (token === '_') {
      return `_${this.argument()}`;
    }
    return token.startsWith('\\') ? this.command(token.slice(1)) : /^\s+$/.test(token) ? ' ' : token;
  }

  argument() {
    while (/^\s+$/.test(this.tokens[this.at] ?? '')) {
      this.at++;
    }
    // without braces a command takes one digit
    const token = this.tokens[this.at] ?? '';
    if (/^[0-9]{2,}$/.test(token)) {
      this.tokens.splice(this.at, 1, token[0], token.slice(1));
    }
    return this.at < this.tokens.length ? this.next().trim() : '';
  }

  command(name) {
    if (/^[dtc]?frac$/.test(name)) {
      const [above, below] = [this.argument(), this.argument()];
      return above.startsWith('∂') || /^d[a-z]?$/.test(above) ? `${above}/${below}` : `(${bracketed(above)}/${bracketed(below)})`;
    }
    if (name === 'sqrt') {
      const degree = this.tokens[this.at] === '[' ? this.bracket() : '';
      const radicand = this.argument();
      return degree ? (ROOT[degree]?.(radicand) ?? `root(${radicand}, ${degree})`) : `sqrt(${radicand})`;
    }
    if (SIZES.test(name)) {
      if (this.tokens[this.at] === '.') {
        this.at++;
      }
      return '';
    }
    if (FACES.test(name)) {
      return this.argument();
    }
    if (name === 'begin') {
      return this.rows(this.argument());
    }
    return SIGNS[name] ?? (name === '\\' ? '; ' : name);
  }

  bracket() {
    this.at++;
    const inner = this.all((t) => t === ']');
    this.at++;
    return inner.trim();
  }

  rows(environment) {
    const rows = [[]];
    while (this.at < this.tokens.length) {
      rows.at(-1).push(this.all((t) => t === '&' || t === '\\\\' || t === '\\end'));
      const end = this.tokens[this.at++];
      if (end !== '&' && end !== '\\\\') {
        break;
      }
      if (end !== '&') {
        rows.push([]);
      }
    }
    this.argument();
    const filled = rows.filter((row) => row.join('').trim());
    if (environment.endsWith('cases')) {
      return filled.map((row) => row.map((cell) => cell.trim()).join(' ')).join('; ');
    }
    const matrix = `[${filled.map((row) => `[${row.map((cell) => cell.trim()).join(', ')}]`).join(', ')}]`;
    return environment === 'vmatrix' ? `det(${matrix})` : matrix;
  }
}

function isAtom(text) {
  return /^([0-9]+|\p{L}|pi|theta|lambda|alpha|beta)$/u.test(text);
}

function bracketed(text) {
  return isAtom(text) ? text : `(${text})`;
}

/** A word and a letter beside it stay two: `sin x`, `lambda x`. */
function apart(before, next, afterWord, word) {
  return (afterWord && /^[\p{L}0-9]/u.test(next)) || (word && /^[a-z]{2,}/i.test(next) && /[\p{L}0-9)]$/u.test(before));
}
