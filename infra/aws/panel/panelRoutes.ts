/**
 * The script of the edge, in the JavaScript of CloudFront Functions: an address without a file name gets the panel's page.
 * It runs only for the panel's files, so that a 403 or 404 of the API stays unchanged.
 */
export const panelRoutes = `function handler(event) {
  var request = event.request;
  var last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (last.indexOf('.') === -1) request.uri = '/index.html';
  return request;
}
`
