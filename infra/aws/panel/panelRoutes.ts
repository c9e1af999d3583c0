/**
 * The edge's own script, in the JavaScript of CloudFront Functions: an address of the panel without a file name is
 * the panel itself. It stands before the panel's files only, so a 403 or 404 of the API stays what it is.
 */
export const panelRoutes = `function handler(event) {
  var request = event.request;
  var last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (last.indexOf('.') === -1) request.uri = '/index.html';
  return request;
}
`
