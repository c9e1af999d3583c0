/**
 * The page's only script, plain for every browser since 2018: answers are kept on the device while they are given, and
 * sent again with growing pauses until they arrive. Without it the form is an ordinary form.
 */
export const script = `
(()=>{
const d=document,form=()=>d.forms[0],status=()=>d.getElementById('status');
const key=()=>'survey:'+form().dataset.page;
const store=(act,...rest)=>{try{return localStorage[act](...rest)}catch{return null}};
const say=name=>{const s=status();if(s&&form())s.textContent=form().dataset[name]||''};
let tries=0,timer=0,busy=false;
const keep=()=>{if(form())store('setItem',key(),JSON.stringify([...new FormData(form())]))};
const restore=()=>{
 if(!form()||form().dataset.fresh!=='1')return;
 let kept;try{kept=JSON.parse(store('getItem',key()))}catch{}
 if(!Array.isArray(kept))return;
 let any=false;
 for(const [name,value] of kept){
  if(name==='lang')continue;
  for(const field of form().elements){
   if(field.name!==name)continue;
   if(field.type==='radio'||field.type==='checkbox'){if(field.value===value)any=field.checked=true}
   else{field.value=value;if(value&&name!=='submissionId')any=true}
  }
 }
 if(any)say('kept');
};
const later=name=>{say(name);busy=false;clearTimeout(timer);timer=setTimeout(send,Math.min(60000,1000*2**tries++)+Math.random()*1000)};
const swap=text=>{
 const next=new DOMParser().parseFromString(text,'text/html');
 d.title=next.title;
 d.body.replaceWith(next.body);
 scrollTo(0,0);
 const first=d.querySelector('[autofocus],h1');
 if(first){first.tabIndex=-1;first.focus()}
};
const send=async()=>{
 if(busy||!form())return;
 if(navigator.onLine===false)return later('offline');
 busy=true;say('sending');
 const button=form().querySelector('button');
 button.setAttribute('aria-disabled','true');
 try{
  const answer=await fetch(location.href,{method:'POST',body:new URLSearchParams([...new FormData(form())])});
  const isPage=(answer.headers.get('content-type')||'').startsWith('text/html');
  if(answer.status>=500||answer.status===429||!isPage)throw 0;
  const text=await answer.text();
  if(answer.status!==422)store('removeItem',key());
  busy=false;tries=0;
  swap(text);
 }catch{button.removeAttribute('aria-disabled');later(navigator.onLine===false?'offline':'busy')}
};
d.addEventListener('input',keep);
d.addEventListener('submit',event=>{event.preventDefault();clearTimeout(timer);keep();send()});
addEventListener('online',()=>{if(tries){clearTimeout(timer);send()}});
restore();
})()
`
  .replace(/\n */g, '\n')
  .trim()
