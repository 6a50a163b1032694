/** Taro's elements, as far as the mini-program's own files change them: tests draw HTML instead. */
export class TaroElement {
  dispatchEvent(): boolean {
    return true;
  }
}
export class FormElement extends TaroElement {}
