/**
 * What `lean-lit` changes in each file of Lit, part by part: what is `gone`, what stands `instead`, and other texts. Gone are Lit's
 * own accessors, converters and reflection (`src/ui/property.ts` has ours), `static properties`, controllers, initializers, the hooks
 * of an update but `willUpdate` and `updated`, directives and `noChange`, templates other than HTML, bindings other than of text,
 * attribute, property and event, and what older browsers and polyfills need. `prepare-template` has marked where a template's
 * values go, so that no page looks for it.
 */
export const CUTS = {
  '@lit/reactive-element/css-tag.js': {
    sha256: '902f8d23ab8fb24afe05596988c22941f080ab58d263e419877006e58ea6c366',
    gone: ['n.toString'],
    instead: {
      e: '!0',
      s: '0',
      o: '0',
      'n.constructor': 'constructor(text) { this.cssText = text; }',
      'n.styleSheet': 'get styleSheet() { return this.o || (this.o = new CSSStyleSheet).replaceSync(this.cssText), this.o; }',
      i: '([text]) => new n(text)',
      S: '(root, styles) => { root.adoptedStyleSheets = styles.map(({ styleSheet }) => styleSheet); }',
    },
  },

  '@lit/reactive-element/reactive-element.js': {
    sha256: '76e9815ec67d16684bff1444224bf62532d6318dbd8f25e7c1e9546158b1335f',
    gone: [
      'y.addInitializer', 'y.getPropertyDescriptor', 'y.getPropertyOptions', 'y._$Ei', 'y.finalize', 'y.finalizeStyles', 'y._$Eu', 'y._$Ev', 'y.addController',
      'y.removeController', 'y._$E_', 'y.enableUpdating', 'y._$ET', 'y._$AK', 'y.C', 'y.scheduleUpdate', 'y._$AE', 'y.shouldUpdate', 'y.firstUpdated', 'y.getUpdateComplete',
    ],
    instead: {
      c: '0',
      l: '0',
      p: '0',
      u: '0',
      f: '0',
      b: '0',
      'y.observedAttributes': `static get observedAttributes() {
        this._$Eh = new Map;
        for (const [name, { attribute }] of this.elementProperties) if (attribute) this._$Eh.set(attribute, name);
        return [...this._$Eh.keys()];
      }`,
      'y.createProperty': `static createProperty(name, options) {
        if (!this.hasOwnProperty("elementProperties")) this.elementProperties = new Map(this.elementProperties);
        this.elementProperties.set(name, options);
      }`,
      'y.constructor': `constructor() {
        super();
        this._$ES = new Promise((resolve) => this.enableUpdating = resolve);
        this._$AL = new Map;
        this._$Ep = new Map;
        for (const name of this.constructor.elementProperties.keys()) {
          if (this.hasOwnProperty(name)) this._$Ep.set(name, this[name]), delete this[name];
        }
        this.requestUpdate();
      }`,
      'y.createRenderRoot': `createRenderRoot() {
        const root = this.shadowRoot ?? this.attachShadow(this.constructor.shadowRootOptions);
        return s(root, this.constructor.styles), root;
      }`,
      'y.connectedCallback': 'connectedCallback() { this.renderRoot ??= this.createRenderRoot(), this.enableUpdating(); }',
      'y.disconnectedCallback': 'disconnectedCallback() {}',
      'y.attributeChangedCallback': 'attributeChangedCallback(name, old, text) { this[this.constructor._$Eh.get(name)] = text; }',
      'y.requestUpdate': `requestUpdate(name, old) {
        if (name) {
          if (i(this[name], old)) return;
          this._$AL.has(name) || this._$AL.set(name, this.hasUpdated ? old : void 0);
        }
        this.isUpdatePending || (this._$ES = this._$EP());
      }`,
      'y._$EP': `async _$EP() {
        this.isUpdatePending = !0;
        try {
          await this._$ES;
        } catch (error) {
          Promise.reject(error);
        }
        return this.performUpdate(), !this.isUpdatePending;
      }`,
      'y.performUpdate': `performUpdate() {
        for (const [name, value] of this._$Ep) this[name] = value;
        this._$Ep.clear();
        const changed = this._$AL;
        try {
          this.willUpdate(changed), this.update();
        } catch (error) {
          throw this._$EM(), error;
        }
        this.hasUpdated = !0, this.updated(changed);
      }`,
      'y.updateComplete': 'get updateComplete() { return this._$ES; }',
      'y.update': 'update() { this._$EM(); }',
    },
    texts: [
      ['{is:i,defineProperty:e,getOwnPropertyDescriptor:h,getOwnPropertyNames:r,getOwnPropertySymbols:o,getPrototypeOf:n}=Object', '{is:i}=Object'],
      ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
      ['y.elementStyles=[],', ''],
      ['y[d("elementProperties")]=new Map,y[d("finalized")]=new Map,p?.({ReactiveElement:y}),', 'y.elementProperties=new Map,'],
    ],
  },

  'lit-html/lit-html.js': {
    sha256: 'b878e7f95dec8a9b6e9b217faca6b6a11bad82ebc44c0caa77419ed83edd81f2',
    gone: ['S.createElement', 'R.parentNode', 'R._$AU', 'k._$AU', 'k.parentNode', 'k.startNode', 'k.endNode', 'k.setConnected', 'H.tagName', 'H._$AU', 'I.constructor', 'z.constructor'],
    instead: {
      h: '0', o: '0', n: '0', r: '0', d: '0', f: '0', v: '0', _: '0', m: '0', p: '0', g: '0', $: '0', y: '0', x: '0', w: '0', T: '0', E: '0', N: '0', j: '0', B: '0',
      b: '(strings, ...values) => ({ strings, values })',
      'S.constructor': `constructor({ strings }) {
        this.parts = [];
        this.el = l.createElement("template");
        this.el.innerHTML = V(strings, strings.join("{}"));
        P.currentNode = this.el.content;
        for (let index = 0, node; node = P.nextNode(); index++) {
          if (node.data) this.parts.push({ index });
          else for (const { name, value } of [...node.attributes]) {
            if (name[0] !== "$") continue;
            const [, mark, to, text] = /^([.@]?)([^=]+)=(.*)/.exec(value);
            this.parts.push({ index, name: to, strings: text.split("{}"), ctor: mark ? mark < "@" ? I : z : H });
            node.removeAttribute(name);
          }
        }
      }`,
      'R.constructor': 'constructor(template) { this._$AV = [], this._$AD = template; }',
      'R.u': `u(options) {
        const fragment = P.currentNode = l.importNode(this._$AD.el.content, !0);
        let node, at = -1;
        for (const { index, ctor, name, strings } of this._$AD.parts) {
          for (; at < index; at++) node = P.nextNode();
          this._$AV.push(ctor ? new ctor(node, name, strings, options) : new k(node, node.nextSibling, options));
        }
        P.currentNode = l;
        return fragment;
      }`,
      'R.p': `p(values) {
        let at = 0;
        for (const part of this._$AV) {
          if (part.strings) part._$AI(values, at), at += part.strings.length - 1;
          else part._$AI(values[at++]);
        }
      }`,
      'k.constructor': 'constructor(t, i, options) { this._$AH = A, this._$AA = t, this._$AB = i, this.options = options; }',
      'k._$AI': `_$AI(t) {
        if (a(t)) {
          if (t === A || null == t || "" === t) this._$AH !== A && this._$AR(), this._$AH = A;
          else if (t !== this._$AH) this._(t);
        } else if (t.strings) this.$(t);
        else if (t.nodeType) this.T(t);
        else this.k(t);
      }`,
      'H.constructor': `constructor(element, name, strings, options) {
        this._$AH = A;
        this.element = element;
        this.name = name;
        this.options = options;
        if (strings[2] || strings.join("")) this.strings = strings;
      }`,
      'H._$AI': `_$AI(value, at) {
        const { strings } = this;
        if (strings) value = strings.reduce((text, each, n) => text + (value[at + n - 1] ?? "") + each);
        if (value !== this._$AH) this.j(this._$AH = value);
      }`,
      'z._$AI': '_$AI(t) { this.element.addEventListener(this.name, this), this._$AH = t; }',
      'z.handleEvent': 'handleEvent(event) { this._$AH?.call?.(this.options.host, event); }',
      D: '(t, root, options) => (root._$litPart$ ??= new k(root.insertBefore(c(), null), null, options))._$AI(t)',
    },
    texts: [
      ['const{values:i,_$litType$:s}=t,e="number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s);', 'const{values:i}=t,e=this._$AC(t);'],
      ['new R(e,this)', 'new R(e)'],
      ['new k(this.O(c()),this.O(c()),this,this.options)', 'new k(this.O(c()),this.O(c()),this.options)'],
      ['this._$AP?.(!1,!0,s)', ''],
      [',i=t=>t,', ',i=(t)=>t,'],
      ['B?.(S,k),', ''],
    ],
  },

  'lit-element/lit-element.js': {
    sha256: 'ee09e38303bb39c36959a961fb0a52663c798ee44493914472c3a61e84e55e3c',
    gone: ['i.createRenderRoot', 'i.connectedCallback', 'i.disconnectedCallback', 'i.render'],
    instead: {
      'i.constructor': 'constructor() { super(), this.renderOptions = { host: this }; }',
      'i.update': 'update() { const t = this.render(); super.update(), e(t, this.renderRoot, this.renderOptions); }',
      o: '0',
    },
    texts: [
      ['i._$litElement$=!0,i["finalized"]=!0,s.litElementHydrateSupport?.({LitElement:i});', ''],
      ['o?.({LitElement:i});', ''],
    ],
  },
};
