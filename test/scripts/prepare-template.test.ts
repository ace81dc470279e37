import assert from 'node:assert/strict';
import { it } from 'node:test';
import { prepareTemplate } from '../../scripts/prepare-template.mjs';

/** What a template's texts come to, with its values as `${…}`. */
const prepared = ([...texts]: readonly string[]): string => prepareTemplate(texts).join('${…}');
const texts = (strings: TemplateStringsArray, ...values: unknown[]): readonly string[] => (values.length < strings.length ? strings.raw : []);

for (const [what, template, marked] of [
  ['no value', texts`<p part="a">b</p>`, '<p part="a">b</p>'],
  ['a value between tags', texts`<p>${0}</p>`, '<p><?${…}></p>'],
  ['nothing but a value', texts`${0}`, '<?${…}>'],
  ['values side by side', texts`${0}${1}<br />${2}`, '<?${…}><?${…}><br /><?${…}>'],
  ['text around a value', texts`<b>a ${0} b</b>`, '<b>a <?${…}> b</b>'],
  ['an attribute without quotes', texts`<p class=${0}>a</p>`, '<p $1="class=${…}">a</p>'],
  ['one before the end of a tag that closes itself', texts`<path d=${0} /><path d=${0}/>`, '<path $1="d=${…}" /><path $1="d=${…}"/>'],
  ['an attribute in quotes', texts`<p class="${0}" title='${1}'>a</p>`, '<p $1="class=${…}" $2="title=${…}">a</p>'],
  ['an attribute with two values', texts`<svg viewBox="0 0 ${0} ${1}">`, '<svg $1="viewBox=0 0 ${…} ${…}">'],
  ['a property and an event beside what stands fast', texts`<input a="b" .value=${0} c @input=${1}>`, '<input a="b" $1=".value=${…}" c $2="@input=${…}">'],
  ['an attribute with a greater-than sign', texts`<p title="a > b" class=${0}>${1}</p>`, '<p title="a > b" $1="class=${…}"><?${…}></p>'],
  ['equals signs in what stands fast', texts`<a href="?a=b&c=${0}">`, '<a $1="href=?a=b&c=${…}">'],
] as [string, readonly string[], string][]) {
  it(`marks ${what}`, () => assert.equal(prepared(template), marked));
}

for (const [what, template] of [
  ['a boolean attribute', texts`<p ?hidden=${0}></p>`],
  ['a tag', texts`<p ${0}></p>`],
  ['a name of a tag', texts`<${'p'}></p>`],
  ['a name of an attribute', texts`<p ${'class'}="a"></p>`],
  ['a comment', texts`<!-- ${0} --><p></p>`],
  ['a field of text', texts`<textarea>${0}</textarea>`],
  ['a style sheet', texts`<style>${0}</style>`],
  ['what the marks are', texts`<p>{}</p>`],
] as [string, readonly string[]][]) {
  it(`refuses ${what}`, () => assert.throws(() => prepared(template), /scripts\/prepare-template\.mjs/));
}
